package dev.greenlight.launchservice.decision;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.LaunchPlan;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.PendingDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may ask to go live, and when; the first rule that refuses gives the answer. */
class GoLiveRuleTest {
    private static final Instant OPEN = Instant.parse("2027-03-01T06:00:00Z");

    private final Launch launch = launch("Central", "East");

    @Test
    void onItsDayAPlannedMarketMayGoLive() {
        assertThat(GoLiveRule.firstRefusal(launch, List.of("Central"), OPEN)).isEmpty();
    }

    @Test
    void aMomentBeforeItsDayBeginsInItsZoneItIsTooEarly() {
        Rejection refusal = refusal(launch, List.of("Central"), OPEN.minusMillis(1));

        assertThat(refusal.code()).isEqualTo("too-early");
        assertThat(refusal.sentence()).contains("Central goes live on 2027-03-01 (America/Chicago)");
    }

    @Test
    void aDayWithoutMidnightBeginsWithItsFirstMoment() {
        Launch cairo = at("2027-04-30", "Africa/Cairo");

        assertThat(refusal(cairo, List.of("Central"), Instant.parse("2027-04-29T21:59:59Z"))
                        .code())
                .isEqualTo("too-early");
        assertThat(GoLiveRule.firstRefusal(cairo, List.of("Central"), Instant.parse("2027-04-29T22:00:00Z")))
                .isEmpty();
    }

    @Test
    void theFirstOfMarchComesEarlierToTokyoThanToLosAngeles() {
        Instant noon = Instant.parse("2027-02-28T16:00:00Z");

        assertThat(GoLiveRule.firstRefusal(at("2027-03-01", "Asia/Tokyo"), List.of("Central"), noon))
                .isEmpty();
        assertThat(refusal(at("2027-03-01", "America/Los_Angeles"), List.of("Central"), noon)
                        .code())
                .isEqualTo("too-early");
    }

    @Test
    void whatIsOnHoldDoesNotGoLive() {
        assertThat(refusal(launch.after(Action.HOLD, "Budget", MONDAY), List.of("Central"), OPEN)
                        .sentence())
                .isEqualTo("A launch that is on hold can't go live");
    }

    @Test
    void oneDecisionIsMadeAtATime() {
        Launch asking =
                launch.asking(new PendingDecision(new UUID(0, 2), "maya", OPEN, OPEN.plusSeconds(60), List.of("East")));

        assertThat(refusal(asking, List.of("Central"), OPEN).code()).isEqualTo("decision-pending");
    }

    @Test
    void anUnknownRegionIsNamed() {
        Rejection refusal = refusal(launch, List.of("Central", "Moon"), OPEN);

        assertThat(refusal.errors()).extracting("pointer").containsExactly("/regions/1");
    }

    @Test
    void whatIsLiveIsNotAskedForAgain() {
        Launch live =
                launch.decided(new DecisionMade(new UUID(0, 2), true, "maya", OPEN, OPEN, List.of("Central"), null, 1));

        assertThat(refusal(live, List.of("Central"), OPEN).code()).isEqualTo("already-live");
        assertThat(GoLiveRule.allOf(live)).containsExactly("East");
    }

    private static Launch at(String date, String zone) {
        Market chicago = LaunchFixture.market("Central");
        Market market = new Market(
                "Central",
                LocalDate.parse(date),
                ZoneId.of(zone),
                chicago.price(),
                chicago.requirements(),
                chicago.quotas());
        LaunchPlan plan = LaunchFixture.plan(market);
        return Launch.planned(new UUID(0, 1), "maya", plan, false, MONDAY);
    }

    private static Rejection refusal(Launch launch, List<String> regions, Instant now) {
        return GoLiveRule.firstRefusal(launch, regions, now).orElseThrow();
    }
}
