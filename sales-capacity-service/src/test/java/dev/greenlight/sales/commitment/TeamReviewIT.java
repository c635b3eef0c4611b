package dev.greenlight.sales.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.signal.Signals;
import dev.greenlight.sales.SalesScenario;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import dev.greenlight.sales.team.TeamReviews.Request;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TeamReviewIT extends SalesScenario {
    private final String sam = manager("sam");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TeamReviews reviews;

    @Autowired
    private Signals signals;

    @Autowired
    private TeamRepository teams;

    @Autowired
    private TeamReviewDesk desk;

    @Test
    void aTeamThatCanNotBeReviewedHoldsUpNobodyElseAndIsTriedAgain() {
        team("poisoned", sam, "anna");
        team("sound", sam, "bert");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"team\":\"poisoned\",\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);
        commit(sam, "{\"planRevision\":1,\"team\":\"sound\",\"reps\":[{\"id\":\"bert\",\"fte\":\"1\"}]}")
                .is(200);
        awaitNoReview();
        jdbc.sql("ALTER TABLE commitment ADD CONSTRAINT poison CHECK (team <> 'poisoned') NOT VALID")
                .update();
        try {
            dayOff("anna");
            dayOff("bert");
            transactions.executeWithoutResult(status -> reviews.request(
                    List.of(new Request(region, "poisoned", "sam", null), new Request(region, "sound", "sam", null))));

            awaitSales(sales -> sales.getCommitments().stream()
                    .anyMatch(commitment -> commitment.getTeam().equals("sound")
                            && !commitment.getAbsences().isEmpty()));
            await("the other waits before it is tried again").atMost(SOON).until(() -> waiting() == 1);
        } finally {
            jdbc.sql("ALTER TABLE commitment DROP CONSTRAINT poison").update();
        }

        awaitSales(sales -> sales.getCommitments().stream()
                        .allMatch(commitment -> !commitment.getAbsences().isEmpty())
                && sales.getCommitments().size() == 2);
        awaitNoReview();
    }

    @Test
    void twoInstancesReviewManyTeamsOfOneMarketWithoutHinderingEachOther() {
        List<String> names = List.of("r1", "r2", "r3", "r4", "r5", "r6");
        names.forEach(name -> team("team-" + name, sam, name));
        heard(plan(1, 1));
        names.forEach(name -> commit(
                        sam,
                        "{\"planRevision\":1,\"team\":\"team-%1$s\",\"reps\":[{\"id\":\"%1$s\",\"fte\":\"1\"}]}"
                                .formatted(name))
                .is(200));
        awaitNoReview();
        TeamReviewer second = new TeamReviewer(jdbc, signals, transactions, teams, desk, Clock.systemUTC(), 50);
        second.start();
        try {
            names.forEach(this::dayOff);
            transactions.executeWithoutResult(status -> reviews.request(Stream.concat(names.stream(), names.stream())
                    .map(name -> new Request(region, "team-" + name, "sam", null))
                    .toList()));
            awaitNoReview();
        } finally {
            second.stop();
        }

        SalesResourced last = awaitSales(sales -> sales.getCommitments().stream()
                        .filter(commitment -> !commitment.getAbsences().isEmpty())
                        .count()
                == names.size());
        assertThat(last.getRevision()).as("one snapshot for each team").isEqualTo(1 + 2 * names.size());
    }

    @Test
    void aRequestForATeamThatIsNotThereIsForgotten() {
        transactions.executeWithoutResult(
                status -> reviews.request(List.of(new Request(region, "nobodys", "sam", null))));

        awaitNoReview();
    }

    @Test
    void theSecondKeyKnowsOfADayOffThatNobodyHasReviewedYet() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);
        awaitNoReview();
        dayOff("anna");

        SalesResourced key = heard(plan(2, 1).setPendingDecision(decision(launch, region)));

        assertThat(key.getCommitments().get(0).getAbsences()).hasSize(1);
        assertThat(key.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
    }

    private void dayOff(String rep) {
        jdbc.sql("UPDATE rep SET days_off = '{2027-04-12}' WHERE region = :region AND rep = :rep")
                .param("region", region)
                .param("rep", rep)
                .update();
    }

    private void awaitNoReview() {
        await("all reviews of the region are done")
                .atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM team_review WHERE region = :region")
                                .param("region", region)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM team_review WHERE region = :region AND attempts > 0")
                .param("region", region)
                .query(Integer.class)
                .single();
    }
}
