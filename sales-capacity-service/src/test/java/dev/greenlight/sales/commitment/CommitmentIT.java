package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.TestTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentIT extends SalesScenario {
    private final String sam = manager("sam");

    @Test
    void whatAManagerCommitsIsPublishedAndShownWithItsWorstDay() {
        team("dustin", sam, "anna", "bert");
        assertThat(heard(plan(1, 1)).getCommitments()).isEmpty();

        Answer answer = commit(sam, """
                        {"planRevision": 1, "reps": [{"id": "anna", "fte": "1"}, {"id": "bert", "fte": "0.5"}]}
                        """).is(200);

        assertThat(answer.at("/status")).isEqualTo("CONFIRMED");
        assertThat(answer.at("/fte")).isEqualTo("1.5");
        assertThat(answer.at("/from")).isEqualTo("2027-03-01");
        SalesResourced published = awaitSales(sales -> sales.getRevision() == 2);
        assertThat(published.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
            assertThat(commitment.getFte()).isEqualByComparingTo(new BigDecimal("1.5"));
            assertThat(commitment.getReps()).hasSize(2);
            assertThat(commitment.getBy()).isEqualTo("sam");
        });
        Answer shown = get("/api/capacity/launches/" + launch, sam).is(200);
        assertThat(shown.at("/markets/0/requirements/0/committed")).isEqualTo("1.5");
        assertThat(shown.at("/markets/0/requirements/0/worstDay")).isEqualTo("2027-03-01");
        assertThat(shown.at("/markets/0/open")).isEqualTo("true");
        assertThat(get("/api/capacity/launches?open=true", sam).at("/items/0/launchId"))
                .isEqualTo(launch.toString());
    }

    @Test
    void severalTeamsAddUpAndTheSameTeamReplacesItsOwn() {
        team("dustin", sam, "anna");
        team("melvin", manager("mel"), "carl");
        heard(plan(1, 1));

        commit(sam, "{\"planRevision\":1,\"fte\":\"0.4\"}").is(200);
        commit(sam, "{\"planRevision\":1,\"fte\":\"0.5\"}").is(200);
        commit(manager("mel"), "{\"planRevision\":1,\"fte\":\"2\"}").is(200);

        Answer shown = get("/api/capacity/launches/" + launch, sam).is(200);
        assertThat(shown.at("/markets/0/requirements/0/committed")).isEqualTo("2.5");
        assertThat(shown.at("/markets/0/open")).isEqualTo("false");
        assertThat(get("/api/capacity/launches?open=true", sam).body().path("items"))
                .isEmpty();
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"0.50\"}").is(200);
        commit(sam, "{\"planRevision\":1,\"fte\":\"0.5\"}").is(200);
        tell(plan(2, 1));

        awaitSales(sales -> sales.getLaunchRevision() == 2);
        assertThat(sales(launch)).hasSize(3);
    }

    @Test
    void aDayOffOfANamedRepIsMissingOnThatDay() {
        put(
                        teamPath("dustin"),
                        sam,
                        "{\"name\":\"Dustin\",\"reps\":[{\"name\":\"Anna\",\"daysOff\":[\"2027-04-12\"]}]}")
                .is(200);
        heard(plan(1, 1));

        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        Answer shown = get("/api/capacity/launches/" + launch, sam).is(200);
        assertThat(shown.at("/markets/0/requirements/0/committed")).isEqualTo("0");
        assertThat(shown.at("/markets/0/requirements/0/worstDay")).isEqualTo("2027-04-12");
    }

    @Test
    void aDayOffThatIsAddedLaterShowsInWhatWasPromised() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        put(teamPath("dustin"), sam, "{\"name\":\"d\",\"reps\":[{\"name\":\"anna\",\"daysOff\":[\"2027-04-12\"]}]}")
                .is(200);

        SalesResourced published = awaitSales(sales -> sales.getCommitments().stream()
                .anyMatch(commitment -> !commitment.getAbsences().isEmpty()));
        assertThat(published.getCommitments().get(0).getAbsences().get(0).getDay())
                .isEqualTo(LocalDate.parse("2027-04-12"));
    }

    @Test
    void whoIsPromisedCanNotLeaveTheTeam() {
        team("dustin", sam, "anna", "bert");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        Answer refused = put(teamPath("dustin"), sam, "{\"name\":\"dustin\",\"reps\":[{\"name\":\"bert\"}]}")
                .is(409);

        assertThat(refused.code()).isEqualTo("rep-promised");
        assertThat(refused.at("/detail")).contains("GTK 500 " + launch);
    }

    @Test
    void ofTwoCommitmentsOfOneRepAtTheSameMomentOneIsRefusedNamingTheOtherLaunch() throws Exception {
        team("dustin", sam, "anna");
        UUID other = UUID.randomUUID();
        heard(plan(1, 1));
        heard(plan(other, 1, 1, market(region, "1", "2027-05-31", "2027-08-31")));
        String body = "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.6\"}]}";

        List<Answer> answers =
                together(() -> put(requirementPath(launch), sam, body), () -> put(requirementPath(other), sam, body));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        UUID winner = answers.get(0).status() == 200 ? launch : other;
        assertThat(refused.code()).isEqualTo("rep-over-booked");
        assertThat(refused.at("/detail")).contains("1.2 of 1 FTE on 2027-05-31", "GTK 500 " + winner);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/reps/0");
    }

    @Test
    void anOverBookedPoolIsAllowedAndEveryLaunchAffectedWarns() {
        team("dustin", sam, "anna");
        UUID other = UUID.randomUUID();
        heard(plan(1, 1));
        heard(plan(other, 1, 1, market(region, "1", "2027-05-31", "2027-08-31")));
        commit(sam, "{\"planRevision\":1,\"fte\":\"0.6\"}").is(200);

        Answer second = put(requirementPath(other), sam, "{\"planRevision\":1,\"fte\":\"0.6\"}")
                .is(200);

        assertThat(second.at("/warnings/0")).contains("over-booked: 1.2 of 1 FTE");
        SalesResourced warned = awaitSales(launch, CommitmentIT::isWarned);
        put(requirementPath(other), sam, "{\"planRevision\":1,\"fte\":\"0.4\"}").is(200);
        awaitSales(sales -> sales.getRevision() > warned.getRevision() && !isWarned(sales));
    }

    @Test
    void aManagerDeclinesWithACounterOfferAndWithdrawsWithAReason() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));

        post(requirementPath(launch) + "/decline", sam, """
                        {"reason": "All busy", "counter": {"fte": "1", "from": "2027-04-01", "to": "2027-06-30"}}
                        """).is(200);
        assertThat(awaitSales(sales -> sales.getRevision() == 2).getCommitments())
                .singleElement()
                .satisfies(commitment -> {
                    assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.DECLINED);
                    assertThat(commitment.getReason()).isEqualTo("All busy");
                    assertThat(commitment.getCounter().getFte()).isEqualByComparingTo("1");
                });
        assertThat(post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"x\"}")
                        .is(409)
                        .code())
                .isEqualTo("nothing-to-withdraw");
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        assertThat(post(requirementPath(launch) + "/decline", sam, "{\"reason\":\"x\"}")
                        .is(409)
                        .code())
                .isEqualTo("already-committed");
        post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"Anna is ill\"}")
                .is(200);

        SalesResourced published = awaitSales(sales -> sales.getRevision() == 4);
        assertThat(published.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
            assertThat(commitment.getReason()).isEqualTo("Anna is ill");
        });
    }

    @Test
    void aTeamWithoutManagerIsAnsweredForByTheRegionsManagersAndMustBeNamedWhereThereAreSeveral() {
        String ada = TestTokens.shared().token("ada");
        postCsv(
                        "teams",
                        ada,
                        "sales_agent,manager,regional_office\nAnna,Dustin Brinkmann,%1$s\nBert,Melvin Marxen,%1$s\n"
                                .formatted(region))
                .is(200);
        heard(plan(1, 1));

        Answer unclear = commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(400);
        assertThat(unclear.code()).isEqualTo("team-not-clear");
        assertThat(unclear.at("/detail")).contains("dustin-brinkmann, melvin-marxen");
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\",\"team\":\"melvin-marxen\"}")
                .is(200);
        put(teamPath("dustin-brinkmann"), manager("dust"), "{\"name\":\"Dustin\",\"reps\":[{\"name\":\"Anna\"}]}")
                .is(200);
        assertThat(commit(sam, "{\"planRevision\":1,\"fte\":\"1\",\"team\":\"dustin-brinkmann\"}")
                        .is(403)
                        .code())
                .isEqualTo("not-your-team");
    }

    @Test
    void aPlanThatChangesCarriesPromisesReleasesThemOrAsksAgain() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);

        assertThat(status(heard(plan(launch, 2, 2, market(region, "2", "2027-03-15", "2027-05-31")))))
                .isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(409).code())
                .isEqualTo("superseded-plan");
        SalesResourced stale = heard(plan(launch, 3, 3, market(region, "2", "2027-04-01", "2027-06-30")));
        assertThat(status(stale)).isEqualTo(CommitmentStatus.STALE);
        assertThat(stale.getCommitments().get(0).getPlanRevision()).isEqualTo(2);
        SalesResourced again = heard(plan(launch, 4, 4, market(region, "2", "2027-03-01", "2027-05-31")));
        assertThat(status(again)).isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(again.getCommitments().get(0).getPlanRevision()).isEqualTo(4);
        SalesResourced dropped = heard(plan(launch, 5, 5, market("Elsewhere", "1", "2027-03-01", "2027-05-31")));
        assertThat(sales(launch).stream()
                        .filter(sales -> sales.getRegion().equals(region) && sales.getLaunchRevision() == 5)
                        .map(CommitmentIT::status))
                .as("%s", dropped)
                .containsExactly(CommitmentStatus.RELEASED);
        assertThat(commit(sam, "{\"planRevision\":5,\"fte\":\"1\"}").status()).isEqualTo(404);
    }

    @Test
    void aCancelledLaunchReleasesWhatWasPromisedAndTakesNothingMore() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        assertThat(status(heard(plan(2, 1).setStatus(LaunchStatus.CANCELLED)))).isEqualTo(CommitmentStatus.RELEASED);

        assertThat(commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(409).code())
                .isEqualTo("launch-not-open");
        put(teamPath("dustin"), sam, "{\"name\":\"dustin\",\"reps\":[]}").is(200);
    }

    @Test
    void aDraftConcernsNobody() {
        tell(plan(1, 1).setStatus(LaunchStatus.DRAFT));
        SalesResourced published = heard(plan(2, 2));

        assertThat(published.getRevision()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fte\":\"1\"}",
                "{\"planRevision\":1}",
                "{\"planRevision\":1,\"fte\":\"0\"}",
                "{\"planRevision\":1,\"fte\":\"-1\"}",
                "{\"planRevision\":1,\"fte\":\"one\"}",
                "{\"planRevision\":1,\"fte\":\"1\",\"from\":\"2027-05-01\",\"to\":\"2027-04-01\"}",
                "{\"planRevision\":1,\"fte\":\"1\",\"from\":\"2028-05-01\"}",
                "{\"planRevision\":1,\"fte\":\"1\",\"from\":\"soon\"}",
                "{\"planRevision\":1,\"fte\":\"2\",\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}",
                "{\"planRevision\":1,\"reps\":[null]}",
                "{\"planRevision\":1,\"reps\":[{\"id\":\"nobody\",\"fte\":\"1\"}]}",
                "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.1\"},{\"id\":\"anna\",\"fte\":\"0.1\"}]}",
                "{\"planRevision\":1,\"fte\":\"1\",\"team\":\"nobodys\"}",
                "{\"planRevision\":1,\"fte\":\"1\",\"colour\":\"red\"}",
                "{\"planRevision\":1,",
                "[]",
            })
    void aFaultyCommitmentChangesNothing(String body) {
        team("dustin", sam, "anna");
        heard(plan(1, 1));

        commit(sam, body).is(400);

        tell(plan(2, 1));
        SalesResourced published = awaitSales(sales -> sales.getLaunchRevision() == 2);
        assertThat(published.getRevision()).isEqualTo(2);
        assertThat(published.getCommitments()).isEmpty();
    }

    @Test
    void whoIsNotAManagerOfTheRegionCommitsNothing() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        String body = "{\"planRevision\":1,\"fte\":\"1\"}";
        String elsewhere = TestTokens.shared().token("wei", List.of("sales-manager"), List.of("East"));

        assertThat(commit(elsewhere, body).is(403).code()).isEqualTo("region-forbidden");
        assertThat(commit(rep("fay"), body).is(403).code()).isEqualTo("role-required");
        send("PUT", requirementPath(launch), null, body, "application/json", null)
                .is(401);
        put(teamPath("dustin"), elsewhere, "{\"name\":\"x\",\"reps\":[]}").is(403);
        put(teamPath("dustin"), manager("mel"), "{\"name\":\"x\",\"reps\":[]}").is(403);
        put(requirementPath(UUID.randomUUID()), sam, body).is(404);
    }

    @Test
    void theLoadShowsWhoIsHowBusyInWhichWeek() {
        team("dustin", sam, "anna", "bert");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"0.6\"}]}")
                .is(200);

        Answer load = get("/api/capacity/load?region=" + region + "&from=2027-02-22&to=2027-03-07", sam)
                .is(200);

        assertThat(load.at("/reps/0/id")).isEqualTo("anna");
        assertThat(load.at("/reps/0/weeks/0/fte")).isEqualTo("0");
        assertThat(load.at("/reps/0/weeks/1/fte")).isEqualTo("0.6");
        assertThat(load.at("/reps/0/weeks/1/available")).isEqualTo("1");
        assertThat(load.at("/reps/0/weeks/1/launches/0")).isEqualTo(launch.toString());
        assertThat(load.at("/reps/1/weeks/1/fte")).isEqualTo("0");
    }

    @Test
    void theLoadComesInPagesThatLeaveNobodyOutAndTellsOfPoolsBesideThePeople() {
        team("dustin", sam, "anna", "bert", "carl");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1.5\"}").is(200);
        String path = "/api/capacity/load?limit=2&from=2027-03-01&to=2027-03-07&region=" + region;

        Answer first = get(path, sam).is(200);
        Answer last = get(path + "&cursor=" + first.at("/next"), sam).is(200);

        assertThat(first.body().path("reps")).hasSize(2);
        assertThat(last.at("/reps/0/id")).isEqualTo("carl");
        assertThat(last.body().path("reps")).hasSize(1);
        assertThat(last.at("/next")).isEmpty();
        assertThat(first.at("/reps/0/weeks/0/fte")).isEqualTo("0");
        assertThat(first.at("/pools/0/team")).isEqualTo("dustin");
        assertThat(first.at("/pools/0/role")).isEqualTo("account-executive");
        assertThat(first.at("/pools/0/weeks/0/fte")).isEqualTo("1.5");
        assertThat(first.at("/pools/0/weeks/0/available")).isEqualTo("3");
        assertThat(last.at("/pools/0/weeks/0/launches/0")).isEqualTo(launch.toString());
        assertThat(get(path + "&cursor=" + first.at("/next") + "AAAA", sam).status())
                .isEqualTo(400);
    }

    private static CommitmentStatus status(SalesResourced sales) {
        return sales.getCommitments().get(0).getStatus();
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = both.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            both.shutdownNow();
        }
    }

    private static boolean isWarned(SalesResourced sales) {
        return sales.getCommitments().stream()
                .anyMatch(commitment -> !commitment.getWarnings().isEmpty());
    }
}
