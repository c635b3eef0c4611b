package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.readiness.FactsFixture.blockedBy;
import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.complete;
import static dev.greenlight.launchservice.readiness.FactsFixture.nothing;
import static dev.greenlight.launchservice.readiness.FactsFixture.staffed;
import static dev.greenlight.launchservice.readiness.FactsFixture.waived;
import static dev.greenlight.launchservice.readiness.FactsFixture.waiverOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.staff.Commitment.Status;
import dev.greenlight.launchservice.waiver.WaiverFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Readiness follows the facts, remembers since when, and changes its revision only when something is different. */
class MarketReadinessTest {
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    private final Launch launch = launch("Central");
    private final MarketReadiness unjudged = MarketReadiness.unjudged(new MarketKey(launch.id(), "Central"));

    @Test
    void anEmptyGateNeverPasses() {
        assertThat(unjudged.ready()).isFalse();
    }

    @Test
    void everythingThereMakesItReady() {
        MarketReadiness readiness = judge(unjudged, launch, complete(), MONDAY);

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.revision()).isEqualTo(1);
        assertThat(readiness.salesRevision()).isEqualTo(7);
    }

    @Test
    void theSameFactsMakeNoNewRevision() {
        MarketReadiness readiness = judge(unjudged, launch, complete(), MONDAY);

        assertThat(judge(readiness, launch, complete(), TUESDAY)).isSameAs(readiness);
    }

    @Test
    void aConditionKeepsItsSinceUntilItsStatusChanges() {
        MarketReadiness first = judge(unjudged, launch, nothing(), MONDAY);
        MarketReadiness second = judge(first, launch, blockedBy("Offline mode"), TUESDAY);

        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.conditions())
                .extracting(it -> it.condition().id() + " " + it.since())
                .containsExactly("capacity:ae " + MONDAY, "feedback:retail " + MONDAY, "gaps " + TUESDAY);
    }

    @Test
    void staffLostAfterGoingLiveBeginsOneIncidentAndItsReturnEndsIt() {
        Launch live = launch.decided(
                new DecisionMade(new UUID(0, 5), true, "maya", MONDAY, MONDAY, List.of("Central"), null, 1));
        MarketReadiness ready = judge(unjudged, live, complete(), MONDAY);

        MarketReadiness lost = judge(ready, live, staffed(commitment("north", Status.WITHDRAWN, "2.5")), TUESDAY);
        MarketReadiness stillLost = judge(lost, live, staffed(commitment("north", Status.CONFIRMED, "1")), TUESDAY);
        MarketReadiness unknown = judge(stillLost, live, nothing(), TUESDAY);
        MarketReadiness back = judge(unknown, live, complete(), TUESDAY);

        assertThat(ready.incidents()).isEmpty();
        assertThat(lost.incidents()).hasSize(1);
        assertThat(unknown.incidents()).isEqualTo(lost.incidents());
        assertThat(back.incidents()).hasSize(1).allMatch(incident -> !incident.isOpen());
    }

    @Test
    void aWaiverEndsNoIncidentAndItsExpiryBeginsOne() {
        Launch live = launch.decided(
                new DecisionMade(new UUID(0, 5), true, "maya", MONDAY, MONDAY, List.of("Central"), null, 1));
        MarketFacts lost = staffed(commitment("north", Status.WITHDRAWN, "2.5"));
        MarketFacts waived = waived(lost, waiverOf("capacity:ae", lost));
        Instant before = WaiverFixture.EXPIRY.minusSeconds(1);

        MarketReadiness wentLiveWaived = judge(unjudged, live, waived, before);
        MarketReadiness expired = judge(wentLiveWaived, live, waived, WaiverFixture.EXPIRY);
        MarketReadiness open = judge(unjudged, live, lost, MONDAY);
        MarketReadiness waivedLater = judge(open, live, waived, before);
        MarketReadiness back = judge(waivedLater, live, complete(), before);

        assertThat(wentLiveWaived.incidents()).isEmpty();
        assertThat(expired.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.since()).isEqualTo(WaiverFixture.EXPIRY);
            assertThat(incident.isOpen()).isTrue();
        });
        assertThat(waivedLater.incidents()).isEqualTo(open.incidents()).hasSize(1);
        assertThat(back.incidents()).noneMatch(Incident::isOpen);
    }

    @Test
    void staffMissingBeforeGoingLiveIsNoIncident() {
        assertThat(judge(unjudged, launch, staffed(commitment("north", Status.DECLINED, "1")), MONDAY)
                        .incidents())
                .isEmpty();
    }

    private static MarketReadiness judge(MarketReadiness before, Launch launch, MarketFacts facts, Instant now) {
        return before.judged(launch, FactsFixture.at(now, facts), () -> new UUID(0, 77));
    }
}
