package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.readiness.FactsFixture.at;
import static dev.greenlight.launchservice.readiness.FactsFixture.blockedBy;
import static dev.greenlight.launchservice.readiness.FactsFixture.waived;
import static dev.greenlight.launchservice.readiness.FactsFixture.waiverOf;
import static dev.greenlight.launchservice.waiver.WaiverFixture.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Edge case 15 of domain.md: "A waiver expires at the minute of the decision." One that has expired at the instant of the decision
 * does not count; judgement and decision have one instant, so that nothing can expire between them.
 */
class EdgeCase15AWaiverExpiresAtTheMinuteOfTheDecisionTest {
    private final Launch launch = launch("Central");
    private final MarketFacts facts = waived(allButTheStaff(), waiverOf("capacity:ae", blockedBy()));

    @Test
    void theLastMomentBeforeItsExpiryCounts() {
        MarketReadiness readiness = judgedAt(EXPIRY.minusNanos(1_000));

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.conditions().get(0).condition().status()).isEqualTo(Condition.Status.WAIVED);
    }

    @Test
    void theMomentOfItsExpiryDoesNot() {
        MarketReadiness readiness = judgedAt(EXPIRY);

        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.reds())
                .singleElement()
                .satisfies(red -> assertThat(red.condition().cause()).doesNotContain("waived"));
    }

    @Test
    void itDoesNotMatterWhetherAnybodyHasNotedThatItExpired() {
        assertThat(Gate.judge(at(EXPIRY, facts))).isEqualTo(Gate.judge(at(EXPIRY, allButTheStaff())));
    }

    private MarketReadiness judgedAt(Instant instant) {
        return MarketReadiness.unjudged(new MarketKey(launch.id(), "Central"))
                .judged(launch, at(instant, facts), () -> new UUID(0, 77));
    }

    private static MarketFacts allButTheStaff() {
        return FactsFixture.facts(
                Optional.empty(),
                List.of(new Heard("retail", "Cancity", "fay", 3), new Heard("retail", "Konex", "flo", 3)),
                List.of());
    }
}
