package dev.greenlight.launchservice.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport;
import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Verdict;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reports make of a gap, and what product may say of it. */
class GapTest {
    private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
    private static final UUID LAUNCH = new UUID(0, 1);

    private final Gap named = Gap.named(new UUID(0, 2), FeatureKey.of(LAUNCH, "Offline mode"), "Offline mode");

    @Test
    void theSameFeatureInOtherLettersIsOneGap() {
        assertThat(FeatureKey.of(LAUNCH, "  OFFLINE\tmode ")).isEqualTo(named.key());
        assertThat(FeatureKey.of(LAUNCH, "Straße")).isEqualTo(FeatureKey.of(LAUNCH, "STRASSE"));
        assertThat(FeatureKey.of(new UUID(0, 9), "Offline mode")).isNotEqualTo(named.key());
    }

    @Test
    void theWorstStandingReportGivesTheSeverityAndTheMarketsAreThoseThatReported() {
        Gap gap = named.heard(
                List.of(
                        mention(1, "Central", Severity.MINOR, FieldReport.Status.STANDING),
                        mention(2, "East", Severity.BLOCKER, FieldReport.Status.STANDING)),
                true);

        assertThat(gap.revision()).isEqualTo(1);
        assertThat(gap.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(gap.regions()).containsExactly("Central", "East");
        assertThat(gap.breadth()).isEqualTo(2);
        assertThat(gap.blocks()).isTrue();
    }

    @Test
    void aGapThatNobodyNamesAnyMoreStandsInNobodysWay() {
        Gap gap = named.heard(List.of(mention(1, "Central", Severity.BLOCKER, FieldReport.Status.STANDING)), true)
                .heard(List.of(mention(1, "Central", Severity.BLOCKER, FieldReport.Status.WITHDRAWN)), false);

        assertThat(gap.regions()).isEmpty();
        assertThat(gap.severity()).isEqualTo(Severity.MINOR);
        assertThat(gap.blocks()).isFalse();
        assertThat(gap.reporters()).containsExactly("reporter-1");
        assertThat(gap.revision()).isEqualTo(2);
    }

    @Test
    void oneAccountInOtherLettersIsOneAccount() {
        Mention one = mention(1, "Central", Severity.MAJOR, FieldReport.Status.STANDING);
        Mention other = new Mention(
                new UUID(1, 2),
                one.region(),
                one.segment(),
                " ACCOUNT  1",
                "reporter-2",
                one.reportedAt(),
                one.verdict(),
                one.severity(),
                one.status(),
                null,
                one.asOf(),
                List.of());

        assertThat(named.heard(List.of(one, other), true).breadth()).isEqualTo(1);
    }

    @Test
    void theSameReportsWeighTheSameInWhateverOrderTheyEnded() {
        Mention minor = mention(1, "Central", Severity.MINOR, FieldReport.Status.STANDING);
        Mention blocker = mention(2, "Central", Severity.BLOCKER, FieldReport.Status.STANDING);
        Mention minorEnded = mention(1, "Central", Severity.MINOR, FieldReport.Status.WITHDRAWN);
        Mention blockerEnded = mention(2, "Central", Severity.BLOCKER, FieldReport.Status.WITHDRAWN);
        Gap both = named.heard(List.of(minor, blocker), true);

        Gap minorFirst =
                both.heard(List.of(minorEnded, blocker), false).heard(List.of(minorEnded, blockerEnded), false);
        Gap blockerFirst =
                both.heard(List.of(minor, blockerEnded), false).heard(List.of(minorEnded, blockerEnded), false);

        assertThat(minorFirst).isEqualTo(blockerFirst);
    }

    @Test
    void theSameReportsChangeNothing() {
        List<Mention> mentions = List.of(mention(1, "Central", Severity.MAJOR, FieldReport.Status.STANDING));
        Gap gap = named.heard(mentions, true);

        assertThat(gap.heard(mentions, false)).isSameAs(gap);
    }

    @Test
    void anOpportunityBehindTwoReportsIsAtRiskOnceAndLeavesWhenItCloses() {
        Opportunity big = new Opportunity("O1", "GTK 500", 2_676_800, "USD", false, true);
        Opportunity guessed = new Opportunity("O2", "GTK 500", 100, "USD", true, true);
        Opportunity euro = new Opportunity("O3", "GTK 500", 500, "EUR", false, true);
        Opportunity closed = new Opportunity("O1", "GTK 500", 2_676_800, "USD", false, false);
        Mention first = mention(1, MONDAY, big, guessed);
        Mention second = mention(2, MONDAY, big, euro);

        assertThat(named.heard(List.of(first, second), true).revenueAtRisk())
                .containsExactly(new RevenueAtRisk(500, "EUR", 1, false), new RevenueAtRisk(2_676_900, "USD", 2, true));
        assertThat(named.heard(List.of(mention(1, MONDAY.plusSeconds(9), closed, guessed), second), true)
                        .revenueAtRisk())
                .containsExactly(new RevenueAtRisk(500, "EUR", 1, false), new RevenueAtRisk(100, "USD", 1, true));
    }

    @Test
    void aNewReportReopensWhatWasDeclined() {
        Mention first = mention(1, "Central", Severity.BLOCKER, FieldReport.Status.STANDING);
        Mention second = mention(2, "East", Severity.BLOCKER, FieldReport.Status.STANDING);
        Gap declined = named.heard(List.of(first), true).reviewed(review(GapStatus.DECLINED, "Niche", null));

        assertThat(declined.blocks()).isFalse();
        assertThat(declined.heard(List.of(first), false).status()).isEqualTo(GapStatus.DECLINED);
        Gap reopened = declined.heard(List.of(first, second), true);
        assertThat(reopened.status()).isEqualTo(GapStatus.NEW);
        assertThat(reopened.reopened()).isTrue();
        assertThat(reopened.blocks()).isTrue();
    }

    @Test
    void aNewReportDoesNotReopenWhatWasAccepted() {
        Mention first = mention(1, "Central", Severity.BLOCKER, FieldReport.Status.STANDING);
        Mention second = mention(2, "East", Severity.BLOCKER, FieldReport.Status.STANDING);
        Gap accepted = named.heard(List.of(first), true)
                .reviewed(review(GapStatus.ACCEPTED, null, LocalDate.parse("2027-06-01")));

        assertThat(accepted.heard(List.of(first, second), true).status()).isEqualTo(GapStatus.ACCEPTED);
    }

    @Test
    void beingLookedAtIsNoDecision() {
        Gap gap = named.heard(List.of(mention(1, "Central", Severity.BLOCKER, FieldReport.Status.STANDING)), true);

        assertThat(gap.reviewed(review(GapStatus.UNDER_REVIEW, null, null)).blocks())
                .isTrue();
        assertThat(gap.reviewed(review(GapStatus.WORKAROUND, "Use the cable", null))
                        .blocks())
                .isFalse();
    }

    @Test
    void aDecisionSaysWhatItsReadersNeed() {
        assertThat(pointers(named, review(GapStatus.ACCEPTED, null, null))).containsExactly("/targetDate");
        assertThat(pointers(named, review(GapStatus.DECLINED, null, null))).containsExactly("/reason");
        assertThat(pointers(named, review(GapStatus.WORKAROUND, null, null))).containsExactly("/reason");
        assertThat(pointers(named, review(GapStatus.NEW, null, null))).containsExactly("/decision");
        assertThat(pointers(named, review(GapStatus.MERGED, null, null))).containsExactly("/into");
        assertThat(pointers(named, new Review(GapStatus.SHIPPED, null, null, new UUID(0, 3))))
                .containsExactly("/into");
    }

    @Test
    void onlyWhatWasShippedCanBeVerified() {
        Gap shipped = named.reviewed(review(GapStatus.SHIPPED, null, null));

        assertThat(named.refuses(review(GapStatus.VERIFIED, null, null)))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("gap-status"));
        assertThat(shipped.refuses(review(GapStatus.VERIFIED, null, null))).isEmpty();
    }

    private static List<String> pointers(Gap gap, Review review) {
        Rejection refusal = gap.refuses(review).orElseThrow();
        return refusal.errors().stream().map(fault -> fault.pointer()).toList();
    }

    private static Review review(GapStatus decision, @Nullable String reason, @Nullable LocalDate targetDate) {
        return new Review(decision, reason, targetDate, null);
    }

    private static Mention mention(int number, String region, Severity severity, FieldReport.Status status) {
        return mention(number, region, severity, status, MONDAY, List.of());
    }

    private static Mention mention(int number, Instant asOf, Opportunity... opportunities) {
        return mention(number, "Central", Severity.MAJOR, FieldReport.Status.STANDING, asOf, List.of(opportunities));
    }

    private static Mention mention(
            int number,
            String region,
            Severity severity,
            FieldReport.Status status,
            Instant asOf,
            List<Opportunity> opportunities) {
        return new Mention(
                new UUID(1, number),
                region,
                "retail",
                "Account " + number,
                "reporter-" + number,
                MONDAY,
                Verdict.GAP,
                severity,
                status,
                null,
                asOf,
                opportunities);
    }
}
