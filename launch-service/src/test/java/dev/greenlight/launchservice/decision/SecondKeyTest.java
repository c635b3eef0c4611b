package dev.greenlight.launchservice.decision;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision falls only on facts at least as new as sales' key for it. */
class SecondKeyTest {
    private static final UUID DECISION = new UUID(0, 42);

    private final Launch launch = launch("Central", "East");
    private final MarketKey central = new MarketKey(launch.id(), "Central");
    private final MarketKey east = new MarketKey(launch.id(), "East");
    private final PendingDecision decision =
            new PendingDecision(DECISION, "maya", MONDAY, MONDAY.plusSeconds(60), List.of("Central"));

    @Test
    void theKeyOpensWhenAllThatItSpeaksOfIsHere() {
        assertThat(isTurned(key(central, DECISION, 1), new ReportCounts(3, 1))).isTrue();
    }

    @Test
    void withoutAKeyForThisDecisionNothingOpens() {
        assertThat(isTurned(key(central, null, 1), new ReportCounts(3, 1))).isFalse();
        assertThat(isTurned(key(central, new UUID(0, 41), 1), new ReportCounts(3, 1)))
                .isFalse();
        assertThat(SecondKey.isTurned(launch, decision, Map.of(), new ReportCounts(3, 1)))
                .isFalse();
    }

    @Test
    void aKeyForAnotherPlanDoesNotFit() {
        assertThat(isTurned(key(central, DECISION, 2), new ReportCounts(3, 1))).isFalse();
    }

    @Test
    void reportsStillUnderWayAreWaitedFor() {
        assertThat(isTurned(key(central, DECISION, 1), new ReportCounts(2, 1))).isFalse();
        assertThat(isTurned(key(central, DECISION, 1), new ReportCounts(3, 0))).isFalse();
    }

    @Test
    void aKeyThatDoesNotSpeakOfTheWholeLaunchIsNone() {
        SalesSnapshot ofOneMarket = new SalesSnapshot(central, 9, 1, DECISION, List.of(), null);

        assertThat(isTurned(ofOneMarket, ReportCounts.NONE)).isFalse();
    }

    @Test
    void everyMarketOfTheDecisionNeedsItsKey() {
        PendingDecision both =
                new PendingDecision(DECISION, "maya", MONDAY, MONDAY.plusSeconds(60), List.of("Central", "East"));
        ReportCounts counts = new ReportCounts(3, 1);

        assertThat(SecondKey.isTurned(launch, both, Map.of(central, key(central, DECISION, 1)), counts))
                .isFalse();
        assertThat(SecondKey.isTurned(
                        launch, both, Map.of(central, key(central, DECISION, 1), east, key(east, DECISION, 1)), counts))
                .isTrue();
    }

    private boolean isTurned(SalesSnapshot key, ReportCounts counts) {
        return SecondKey.isTurned(launch, decision, Map.of(central, key), counts);
    }

    private static SalesSnapshot key(MarketKey market, @Nullable UUID decisionId, long planRevision) {
        return new SalesSnapshot(market, 9, planRevision, decisionId, List.of(), new ReportCounts(3, 1));
    }
}
