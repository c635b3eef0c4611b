package dev.greenlight.launchservice.decision;

import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.launch.LaunchFixture.market;
import static dev.greenlight.launchservice.launch.LaunchFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchPlan;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.MarketState;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Edge case 21 of domain.md: "A market is added while a decision is pending." While a decision is pending the plan can't be
 * edited; the market is added before it or after it, and a decision lets only those markets go live that it names.
 */
class EdgeCase21AMarketIsAddedWhileADecisionIsPendingTest {
    private static final Instant OPEN = Instant.parse("2027-03-01T06:00:00Z");

    private final Launch launch = launch("Central");
    private final LaunchPlan withEast = plan(market("Central"), market("East"));
    private final PendingDecision decision =
            new PendingDecision(new UUID(0, 2), "maya", OPEN, OPEN.plusSeconds(60), List.of("Central"));

    @Test
    void meanwhileTheMarketIsRefused() {
        assertThat(launch.asking(decision).refusesRevision(withEast))
                .hasValueSatisfying(refusal -> assertThat(refusal.sentence())
                        .isEqualTo("A go-live decision on Central is being made; try again in a moment"));
    }

    @Test
    void afterTheDecisionItIsAddedAndIsNotLive() {
        Launch live = launch.asking(decision).decided(decision.made(true, null, OPEN, 1));

        assertThat(live.refusesRevision(withEast)).isEmpty();
        assertThat(live.revised(withEast, "maya").markets())
                .extracting(MarketState::live)
                .containsExactly(true, false);
        assertThat(GoLiveRule.allOf(live.revised(withEast, "maya"))).containsExactly("East");
    }

    @Test
    void addedBeforeTheRequestItIsNotPartOfADecisionThatDoesNotNameIt() {
        Launch asking = launch.revised(withEast, "maya").asking(decision);

        Launch live = asking.decided(decision.made(true, null, OPEN, 2));

        assertThat(live.state("East").orElseThrow().live()).isFalse();
        assertThat(live.state("East").orElseThrow().lastDecision()).isNull();
    }

    @Test
    void aKeyForThePlanWithoutItOpensNothing() {
        Launch asking = launch.revised(withEast, "maya").asking(decision);
        MarketKey central = new MarketKey(launch.id(), "Central");
        SalesSnapshot before = new SalesSnapshot(central, 9, 1, decision.id(), List.of(), ReportCounts.NONE);
        SalesSnapshot after = new SalesSnapshot(central, 10, 2, decision.id(), List.of(), ReportCounts.NONE);

        assertThat(SecondKey.isTurned(asking, decision, Map.of(central, before), ReportCounts.NONE))
                .isFalse();
        assertThat(SecondKey.isTurned(asking, decision, Map.of(central, after), ReportCounts.NONE))
                .isTrue();
    }
}
