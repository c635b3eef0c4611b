package dev.greenlight.launchservice.launch;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a launch can go from where it is. */
class LaunchStatusTest {
    private final Launch planned = launch("Central");

    @Test
    void aHoldGoesBackToWhereItCameFrom() {
        Launch live = planned.decided(decision(true));

        assertThat(planned.after(Action.HOLD, "Budget", MONDAY)
                        .after(Action.RESUME, null, MONDAY)
                        .status())
                .isEqualTo(LaunchStatus.PLANNED);
        assertThat(live.after(Action.HOLD, "Recall", MONDAY)
                        .after(Action.RESUME, null, MONDAY)
                        .status())
                .isEqualTo(LaunchStatus.LIVE);
    }

    @Test
    void aHoldKeepsThePlanRevision() {
        Launch held = planned.after(Action.HOLD, "Budget", MONDAY);

        assertThat(held.revision()).isEqualTo(2);
        assertThat(held.planRevision()).isEqualTo(1);
        assertThat(held.standing().reason()).isEqualTo("Budget");
    }

    @Test
    void whatIsOverStaysOver() {
        Launch cancelled = planned.after(Action.CANCEL, "No demand", MONDAY);

        for (Action action : Action.values()) {
            assertThat(cancelled.refuses(action, MONDAY)).as(action.name()).isPresent();
        }
        assertThat(cancelled.refusesRevision(planned.plan())).isPresent();
    }

    @Test
    void onlyWhatIsLiveIsClosed() {
        assertThat(planned.refuses(Action.CLOSE, MONDAY))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.sentence()).isEqualTo("A launch that is planned can't be closed"));
        assertThat(planned.decided(decision(true)).refuses(Action.CLOSE, MONDAY))
                .isEmpty();
    }

    @Test
    void aDraftWhoseDateHasPassedIsNotPublished() {
        Launch draft = Launch.planned(planned.id(), "maya", planned.plan(), true, MONDAY);
        Instant later = MONDAY.plus(Duration.ofDays(90));

        assertThat(draft.refuses(Action.PUBLISH, MONDAY)).isEmpty();
        assertThat(draft.refuses(Action.PUBLISH, later)).isPresent();
    }

    @Test
    void nothingChangesWhileADecisionIsPending() {
        Launch asking = planned.asking(
                new PendingDecision(new UUID(0, 2), "maya", MONDAY, MONDAY.plusSeconds(60), List.of("Central")));

        assertThat(asking.refusesRevision(planned.plan()))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("decision-pending"));
        assertThat(asking.refuses(Action.HOLD, MONDAY)).isPresent();
        assertThat(asking.refuses(Action.CANCEL, MONDAY)).isPresent();
        assertThat(asking.decided(decision(false)).refuses(Action.HOLD, MONDAY)).isEmpty();
    }

    @Test
    void aNoGoChangesNoStatusAndNoMarket() {
        Launch decided = planned.decided(decision(false));

        assertThat(decided.status()).isEqualTo(LaunchStatus.PLANNED);
        assertThat(decided.state("Central").orElseThrow().live()).isFalse();
        assertThat(decided.lastDecision()).isNotNull();
    }

    private static DecisionMade decision(boolean go) {
        return new DecisionMade(
                new UUID(0, 2), go, "maya", MONDAY, MONDAY, List.of("Central"), go ? null : "No staff", 1);
    }
}
