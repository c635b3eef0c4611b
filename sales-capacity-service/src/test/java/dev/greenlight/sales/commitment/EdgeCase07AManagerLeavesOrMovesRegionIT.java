package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.TestTokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "A manager leaves or moves region." What they promised stands, and whoever gets the team may change it; so with reps. */
class EdgeCase07AManagerLeavesOrMovesRegionIT extends SalesScenario {
    private final String sam = manager("sam");
    private final String rosa = manager("rosa");
    private final String ada = TestTokens.shared().token("ada");

    @Test
    void aManagerWhoHasMovedRegionChangesNothingAnyMoreAndWhatWasPromisedStands() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        String moved = TestTokens.shared().token("sam", List.of("sales-manager"), List.of("Elsewhere"));

        assertThat(commit(moved, "{\"planRevision\":1,\"fte\":\"0.5\"}").is(403).code())
                .isEqualTo("region-forbidden");
        assertThat(post(requirementPath(launch) + "/withdraw", moved, "{\"reason\":\"I have moved\"}")
                        .is(403)
                        .code())
                .isEqualTo("region-forbidden");
        assertThat(put(teamPath("dustin"), moved, "{\"name\":\"x\",\"reps\":[]}")
                        .is(403)
                        .code())
                .isEqualTo("region-forbidden");

        tell(plan(2, 1));
        SalesResourced still = awaitSales(sales -> sales.getLaunchRevision() == 2);
        assertThat(still.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(still.getCommitments().get(0).getBy()).isEqualTo("sam");
    }

    @Test
    void whoeverIsHandedTheTeamMayChangeAndWithdrawWhatTheOneBeforePromised() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        assertThat(commit(rosa, "{\"planRevision\":1,\"team\":\"dustin\",\"fte\":\"2\"}")
                        .is(403)
                        .code())
                .isEqualTo("not-your-team");

        handOver("rosa").is(200);

        assertThat(commit(sam, "{\"planRevision\":1,\"team\":\"dustin\",\"fte\":\"2\"}")
                        .is(403)
                        .code())
                .isEqualTo("not-your-team");
        assertThat(commit(rosa, "{\"planRevision\":1,\"fte\":\"0.5\"}").is(200).at("/by"))
                .isEqualTo("rosa");
        assertThat(post(requirementPath(launch) + "/withdraw", rosa, "{\"reason\":\"Not my promise\"}")
                        .is(200)
                        .at("/status"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyAnAdministratorHandsATeamOver() {
        team("dustin", sam, "anna");

        assertThat(put(
                                teamPath("dustin"),
                                sam,
                                "{\"name\":\"dustin\",\"manager\":\"rosa\",\"reps\":[{\"name\":\"anna\"}]}")
                        .is(403)
                        .code())
                .isEqualTo("hand-over-by-admin");
        assertThat(put(teamPath("dustin"), rosa, "{\"name\":\"dustin\",\"reps\":[{\"name\":\"anna\"}]}")
                        .is(403)
                        .code())
                .isEqualTo("not-your-team");
    }

    @Test
    void aRepWhoIsGoneAlthoughPromisedIsMissingAtOnceAndEverywhere() {
        team("dustin", sam, "anna", "bert");
        UUID other = UUID.randomUUID();
        heard(plan(1, 1));
        heard(plan(other, 1, 1, market(region, "1", "2027-03-01", "2027-05-31")));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.5\"},{\"id\":\"bert\",\"fte\":\"1\"}]}")
                .is(200);
        put(requirementPath(other), sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.5\"}]}")
                .is(200);
        String without = "{\"name\":\"dustin\",\"reps\":[{\"name\":\"bert\"}]%s}";

        Answer refused = put(teamPath("dustin"), sam, without.formatted("")).is(409);
        assertThat(refused.code()).isEqualTo("rep-promised");
        assertThat(refused.at("/detail")).contains("GTK 500 " + launch, "GTK 500 " + other, "\"leaving\"");
        assertThat(put(teamPath("dustin"), sam, without.formatted(",\"leaving\":[\"bert\"]"))
                        .is(400)
                        .at("/errors/0/pointer"))
                .isEqualTo("/leaving/0");
        put(teamPath("dustin"), sam, without.formatted(",\"leaving\":[\"anna\"]"))
                .is(200);

        SalesResourced less =
                awaitSales(sales -> sales.getCommitments().stream().anyMatch(it -> it.getReason() != null));
        assertThat(less.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
            assertThat(commitment.getFte()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(commitment.getReason()).isEqualTo("No longer in the team dustin: anna (0.5 FTE)");
        });
        SalesResourced nothing =
                awaitSales(other, sales -> sales.getCommitments().stream().anyMatch(it -> it.getReason() != null));
        assertThat(nothing.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
        put(teamPath("melvin"), rosa, "{\"name\":\"melvin\",\"reps\":[{\"name\":\"anna\"}]}")
                .is(200);
    }

    @Test
    void aRepWhoIsGoneDuringADecisionIsMissingAfterIt() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);
        heard(plan(2, 1).setPendingDecision(decision(launch, region)));

        put(teamPath("dustin"), sam, "{\"name\":\"dustin\",\"reps\":[],\"leaving\":[\"anna\"]}")
                .is(200);
        heard(plan(3, 1));

        SalesResourced after = awaitSales(
                sales -> sales.getCommitments().stream().anyMatch(it -> it.getStatus() == CommitmentStatus.WITHDRAWN));
        assertThat(after.getDecisionId()).isNull();
    }

    @Test
    void anImportMovesNobodyWhoIsPromisedAndSaysWhy() {
        team("dustin", sam, "anna", "bert");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        Answer answer = postCsv(
                        "teams",
                        sam,
                        "sales_agent,manager,regional_office\nanna,Melvin,%1$s\nbert,Melvin,%1$s\n".formatted(region))
                .is(200);

        assertThat(answer.at("/refused")).isEqualTo("1");
        assertThat(answer.at("/updated")).isEqualTo("1");
        assertThat(answer.at("/results/0/message")).contains("anna is promised to", "GTK 500 " + launch);
    }

    private Answer handOver(String manager) {
        return put(
                teamPath("dustin"),
                ada,
                "{\"name\":\"dustin\",\"manager\":\"%s\",\"reps\":[{\"name\":\"anna\"}]}".formatted(manager));
    }
}
