package dev.greenlight.sales.planchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.ReportStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.sales.SalesScenario;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecondKeyIT extends SalesScenario {
    private static final String HEARD_NO_GAP = "{\"segment\":\"retail\",\"account\":\"Acme\",\"verdict\":\"NO_GAP\"}";

    private final String sam = manager("sam");
    private final String fay = rep("fay");
    private final UUID decisionId = UUID.randomUUID();

    @Test
    void aPendingDecisionIsAnsweredWithTheKeyAndAllThatSalesGives() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        post(reportsPath(), fay, HEARD_NO_GAP).is(201);

        SalesResourced key = heard(asked(2));

        assertThat(key.getDecisionId()).isEqualTo(decisionId);
        assertThat(key.getPlanRevision()).isEqualTo(1);
        assertThat(key.getCommitments()).hasSize(1);
        assertThat(key.getReportsFiled()).isEqualTo(1);
        assertThat(key.getReportsEnded()).isZero();
    }

    @Test
    void everyMarketOfTheLaunchGetsTheKey() {
        tell(plan(
                launch,
                1,
                1,
                market(region, "1", "2027-03-01", "2027-03-31"),
                market("B", "1", "2027-03-01", "2027-03-31")));
        tell(plan(
                        launch,
                        2,
                        1,
                        market(region, "1", "2027-03-01", "2027-03-31"),
                        market("B", "1", "2027-03-01", "2027-03-31"))
                .setPendingDecision(decision(decisionId, region)));

        awaitSales(sales -> sales.getRegion().equals("B") && decisionId.equals(sales.getDecisionId()));
        awaitSales(sales -> sales.getRegion().equals(region) && decisionId.equals(sales.getDecisionId()));
    }

    @Test
    void aWithdrawalDuringADecisionIsAcceptedAndTakesEffectAfterIt() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        heard(asked(2));

        Answer pending = post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"Anna is ill\"}")
                .is(200);

        assertThat(pending.at("/withdrawalPending")).isEqualTo("true");
        assertThat(pending.at("/status")).isEqualTo("CONFIRMED");
        assertThat(commit(sam, "{\"planRevision\":1,\"fte\":\"2\"}").is(409).code())
                .isEqualTo("decision-pending");
        assertThat(post(requirementPath(launch) + "/decline", sam, "{\"reason\":\"no\"}")
                        .is(409)
                        .code())
                .isEqualTo("decision-pending");
        SalesResourced during = awaitSales(sales -> sales.getRevision() == 4);
        assertThat(during.getDecisionId()).isEqualTo(decisionId);
        assertThat(during.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.CONFIRMED);
            assertThat(commitment.getWithdrawalPending()).isTrue();
        });

        SalesResourced after = heard(plan(3, 1));

        assertThat(after.getDecisionId()).isNull();
        assertThat(after.getCommitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
            assertThat(commitment.getReason()).isEqualTo("Anna is ill");
            assertThat(commitment.getBy()).isEqualTo("sam");
            assertThat(commitment.getWithdrawalPending()).isFalse();
        });
    }

    @Test
    void reportsDuringADecisionAreAcknowledgedAndCountAfterIt() {
        heard(plan(1, 1));
        Answer old = post(reportsPath(), fay, HEARD_NO_GAP).is(201);
        Answer withdrawn = post(reportsPath(), fay, HEARD_NO_GAP).is(201);
        heard(asked(2));

        Answer held = post(reportsPath(), fay, HEARD_NO_GAP).is(201);
        post("/api/capacity/field-reports/" + old.at("/id") + "/correct", fay, HEARD_NO_GAP)
                .is(201);
        post("/api/capacity/field-reports/" + withdrawn.at("/id") + "/withdraw", fay, "{\"reason\":\"wrong\"}")
                .is(200);
        post("/api/capacity/field-reports/" + held.at("/id") + "/withdraw", fay, "{\"reason\":\"wrong\"}")
                .is(200);
        assertThat(post("/api/capacity/field-reports/" + old.at("/id") + "/withdraw", fay, "{\"reason\":\"x\"}")
                        .is(409)
                        .code())
                .isEqualTo("report-ended");

        assertThat(held.at("/held")).isEqualTo("true");
        assertThat(reports()).hasSize(2);
        assertThat(sales(launch)).last().satisfies(sales -> {
            assertThat(sales.getReportsFiled()).isEqualTo(2);
            assertThat(sales.getReportsEnded()).isZero();
        });

        SalesResourced after = heard(plan(3, 1));

        assertThat(after.getReportsFiled()).isEqualTo(4);
        assertThat(after.getReportsEnded()).isEqualTo(3);
        List<FeatureGapReported> latest = latestReports();
        assertThat(latest).hasSize(4);
        assertThat(latest)
                .filteredOn(report -> report.getStatus() != ReportStatus.STANDING)
                .hasSize(3);
        assertThat(latest)
                .filteredOn(report -> report.getStatus() == ReportStatus.STANDING)
                .singleElement()
                .satisfies(report -> assertThat(report.getSupersedes()).hasToString(old.at("/id")));
    }

    @Test
    void aDecisionThatIsFollowedByAnotherBeforeSalesHearsOfItEndsTheFirstFreezeAndBeginsTheNext() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"fte\":\"1\"}").is(200);
        heard(asked(2));
        post(requirementPath(launch) + "/withdraw", sam, "{\"reason\":\"Anna is ill\"}")
                .is(200);
        UUID next = UUID.randomUUID();

        SalesResourced after = heard(plan(4, 1).setPendingDecision(decision(next, region)));

        assertThat(after.getDecisionId()).isEqualTo(next);
        assertThat(after.getCommitments().get(0).getStatus()).isEqualTo(CommitmentStatus.WITHDRAWN);
    }

    @Test
    void aNewDayOffDuringADecisionShowsOnlyAfterIt() {
        team("dustin", sam, "anna");
        heard(plan(1, 1));
        commit(sam, "{\"planRevision\":1,\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);
        heard(asked(2));

        put(teamPath("dustin"), sam, "{\"name\":\"d\",\"reps\":[{\"name\":\"anna\",\"daysOff\":[\"2027-04-12\"]}]}")
                .is(200);
        heard(plan(3, 1));

        SalesResourced shown = awaitSales(sales -> sales.getCommitments().stream()
                .anyMatch(commitment -> !commitment.getAbsences().isEmpty()));
        assertThat(shown.getDecisionId()).isNull();
    }

    @Test
    void snapshotsThatComeTwiceOrLateOrAfterTheirSuccessorsChangeNothing() {
        team("dustin", sam, "anna");
        heard(plan(3, 3));
        commit(sam, "{\"planRevision\":3,\"fte\":\"1\"}").is(200);

        tell(asked(2));
        tell(plan(3, 3));
        tell(plan(1, 1));
        SalesResourced after = heard(plan(4, 3));

        assertThat(after.getRevision()).isEqualTo(3);
        assertThat(after.getDecisionId()).isNull();
        assertThat(sales(launch)).extracting(SalesResourced::getLaunchRevision).containsExactly(3L, 3L, 4L);
        assertThat(sales(launch)).extracting(SalesResourced::getRevision).containsExactly(1L, 2L, 3L);
    }

    private LaunchPlanned.Builder asked(long revision) {
        return plan(revision, 1).setPendingDecision(decision(decisionId, region));
    }

    private String reportsPath() {
        return "/api/capacity/launches/" + launch + "/field-reports";
    }

    private List<FeatureGapReported> latestReports() {
        return reports().stream().collect(Collectors.groupingBy(FeatureGapReported::getReportId)).values().stream()
                .map(revisions -> revisions.stream()
                        .max(Comparator.comparing(FeatureGapReported::getRevision))
                        .orElseThrow())
                .toList();
    }
}
