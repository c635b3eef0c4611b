package dev.greenlight.sales.planchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.commitment.Attendance;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentKey;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.commitment.CommittedRep;
import dev.greenlight.sales.commitment.Withdrawal;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchPlan;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.MarketPlan;
import dev.greenlight.sales.launch.ReportCounts;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.planchange.PlanChange.MarketOutcome;
import dev.greenlight.sales.planchange.PlanChange.TeamToReview;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanChangeTest {
    private static final UUID LAUNCH = new UUID(0, 1);
    private static final UUID DECISION = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final DateWindow SPRING =
            new DateWindow(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-05-31"));
    private static final TeamKey DUSTIN = new TeamKey("Central", "dustin");
    private static final Withdrawal ILL = new Withdrawal("ill", "sam", NOW);

    private static final Attendance NOBODY = new Attendance(List.of(), "maya", NOW);

    @Test
    void anUnknownLaunchIsAnsweredForEachMarketAtOnce() {
        List<MarketOutcome> outcomes = new PlanChange(
                        null, plan(launch(1, null), "Central", "East"), List.of(), List.of(), Map.of(), NOBODY)
                .outcomes();

        assertThat(outcomes).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.published()).isTrue();
            assertThat(outcome.answer().market().revision()).isEqualTo(1);
            assertThat(outcome.answer().market().open()).isTrue();
        });
    }

    @Test
    void aDraftIsKeptAndNotAnswered() {
        Launch draft = new Launch(LAUNCH, 1, 1, "GTK", "GTK", "maya", LaunchStatus.DRAFT, NOW, null);

        List<MarketOutcome> outcomes =
                new PlanChange(null, plan(draft, "Central"), List.of(), List.of(), Map.of(), NOBODY).outcomes();

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.published()).isFalse();
            assertThat(outcome.answer().market().revision()).isZero();
        });
    }

    @Test
    void aWithdrawalWaitsAsLongAsTheSameDecisionIsPending() {
        MarketOutcome outcome =
                change(launch(2, DECISION), launch(3, DECISION), promise().withdrawnLater(ILL));

        assertThat(outcome.changed()).isEmpty();
        assertThat(outcome.answer().commitments().get(0).status()).isEqualTo(CommitmentStatus.CONFIRMED);
    }

    @Test
    void aWithdrawalTakesEffectWhenTheDecisionHasFallenOrAnotherOneIsPending() {
        for (UUID next : Arrays.asList(null, new UUID(0, 3))) {
            MarketOutcome outcome =
                    change(launch(2, DECISION), launch(3, next), promise().withdrawnLater(ILL));

            assertThat(outcome.changed()).singleElement().satisfies(commitment -> {
                assertThat(commitment.status()).isEqualTo(CommitmentStatus.WITHDRAWN);
                assertThat(commitment.reason()).isEqualTo("ill");
                assertThat(commitment.pendingWithdrawal()).isNull();
            });
        }
    }

    @Test
    void whatWasPromisedToADroppedMarketIsReleasedOnceAndThenSilent() {
        Market central = new Market(LAUNCH, market("Central"), true, 4, 2, 1, false);
        LaunchPlan without = plan(launch(3, null), "East");

        MarketOutcome dropped = new PlanChange(
                        launch(2, null), without, List.of(central), List.of(promise()), Map.of(), NOBODY)
                .outcomes()
                .get(0);

        assertThat(dropped.published()).isTrue();
        assertThat(dropped.answer().market()).satisfies(market -> {
            assertThat(market.inPlan()).isFalse();
            assertThat(market.revision()).isEqualTo(5);
            assertThat(market.reportsFiled()).isEqualTo(2);
            assertThat(market.open()).isFalse();
        });
        assertThat(dropped.changed().get(0).status()).isEqualTo(CommitmentStatus.RELEASED);
        MarketOutcome later = new PlanChange(
                        launch(3, null),
                        plan(launch(4, null), "East"),
                        List.of(dropped.answer().market()),
                        dropped.answer().commitments(),
                        Map.of(),
                        NOBODY)
                .outcomes()
                .get(0);
        assertThat(later.published()).isFalse();
        assertThat(later.answer().market().revision()).isEqualTo(5);
    }

    @Test
    void reportsThatWereHeldBackCountWithTheSnapshotThatEndsTheFreeze() {
        Market central = new Market(LAUNCH, market("Central"), true, 4, 2, 0, false);

        MarketOutcome outcome = new PlanChange(
                        launch(2, DECISION),
                        plan(launch(3, null), "Central"),
                        List.of(central),
                        List.of(),
                        Map.of("Central", new ReportCounts(2, 1)),
                        NOBODY)
                .outcomes()
                .get(0);

        assertThat(outcome.answer().market().reportsFiled()).isEqualTo(4);
        assertThat(outcome.answer().market().reportsEnded()).isEqualTo(1);
    }

    @Test
    void theSecondKeySpeaksOfThePeopleAsTheyAreAlsoWhenNobodyHasReviewedTheTeamYet() {
        Commitment named = named(promise());
        Team team = new Team(
                "Central",
                "dustin",
                "Dustin",
                "sam",
                2,
                List.of(new Rep("anna", "Anna", "account-executive", Fte.of("1"), Set.of(SPRING.from()))));
        PlanChange begins =
                change(launch(2, null), launch(3, DECISION), named, new Attendance(List.of(team), "maya", NOW));

        Commitment inTheKey = begins.outcomes().get(0).answer().commitments().get(0);

        assertThat(inTheKey.absences()).containsExactly(Map.entry(SPRING.from(), Fte.of("1")));
        assertThat(begins.outcomes().get(0).changed()).containsExactly(inTheKey);
    }

    @Test
    void whoIsOffSinceTheKeyWasGivenIsNotMissedUntilTheDecisionHasFallen() {
        Commitment named = named(promise());
        Team without = new Team("Central", "dustin", "Dustin", "sam", 2, List.of());
        PlanChange later =
                change(launch(3, DECISION), launch(4, DECISION), named, new Attendance(List.of(without), "maya", NOW));

        assertThat(later.outcomes().get(0).changed()).isEmpty();
    }

    @Test
    void aHoldIsLookedAtAgainWhenItNoLongerBinds() {
        Launch onHold = onHold(3, NOW);

        assertThat(change(launch(2, null), onHold, promise(), NOBODY).teamsToReview())
                .containsExactly(new TeamToReview(DUSTIN, NOW.plus(Duration.ofDays(14))));
        assertThat(change(onHold, onHold(4, NOW), promise(), NOBODY).teamsToReview())
                .isEmpty();
    }

    @Test
    void whenAHoldEndsEveryTeamWithAPromiseThereIsLookedAtAgain() {
        assertThat(change(onHold(3, NOW), launch(4, null), promise(), NOBODY).teamsToReview())
                .containsExactly(new TeamToReview(DUSTIN, null));
    }

    @Test
    void aHoldThatFollowsOneWhoseEndWasNeverHeardOfCountsFromItsOwnDay() {
        Instant later = NOW.plus(Duration.ofDays(20));

        assertThat(change(onHold(3, NOW), onHold(5, later), promise(), NOBODY).teamsToReview())
                .containsExactlyInAnyOrder(
                        new TeamToReview(DUSTIN, null), new TeamToReview(DUSTIN, later.plus(Duration.ofDays(14))));
    }

    private static Launch onHold(long revision, Instant since) {
        return new Launch(LAUNCH, revision, 1, "GTK", "GTK", "maya", LaunchStatus.ON_HOLD, since, null);
    }

    private static Commitment named(Commitment promise) {
        return new Commitment(
                promise.key(),
                promise.status(),
                promise.role(),
                promise.fte(),
                promise.window(),
                promise.answered(),
                List.of(new CommittedRep("anna", promise.fte())),
                Map.of(),
                promise.planRevision(),
                promise.by(),
                promise.at(),
                null,
                null,
                List.of(),
                null);
    }

    private static PlanChange change(Launch before, Launch after, Commitment promise, Attendance attendance) {
        Market central = new Market(LAUNCH, market("Central"), true, 4, 0, 0, false);
        return new PlanChange(before, plan(after, "Central"), List.of(central), List.of(promise), Map.of(), attendance);
    }

    private static MarketOutcome change(Launch before, Launch after, Commitment promise) {
        Market central = new Market(LAUNCH, market("Central"), true, 4, 0, 0, false);
        return new PlanChange(before, plan(after, "Central"), List.of(central), List.of(promise), Map.of(), NOBODY)
                .outcomes()
                .get(0);
    }

    private static Launch launch(long revision, @Nullable UUID decision) {
        return new Launch(LAUNCH, revision, 1, "GTK", "GTK", "maya", LaunchStatus.PLANNED, NOW, decision);
    }

    private static LaunchPlan plan(Launch launch, String... regions) {
        return new LaunchPlan(
                launch, Arrays.stream(regions).map(PlanChangeTest::market).toList());
    }

    private static MarketPlan market(String region) {
        return new MarketPlan(
                region,
                SPRING.from(),
                "America/Chicago",
                false,
                List.of(new StaffRequirement("ae", "account-executive", Fte.of("1"), SPRING)),
                List.of(),
                1);
    }

    private static Commitment promise() {
        return new Commitment(
                new CommitmentKey(new MarketKey(LAUNCH, "Central"), "ae", "dustin"),
                CommitmentStatus.CONFIRMED,
                "account-executive",
                Fte.of("1"),
                SPRING,
                SPRING,
                List.of(),
                Map.of(),
                1,
                "sam",
                NOW,
                null,
                null,
                List.of(),
                null);
    }
}
