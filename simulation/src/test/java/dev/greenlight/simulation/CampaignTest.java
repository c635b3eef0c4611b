package dev.greenlight.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.launch.LaunchStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promise of the gate, held against thousands of histories. More with {@code make simulate}. */
class CampaignTest {
    /** Seeds are printed with what they violate; {@code -Dsimulation.seed} starts elsewhere. */
    private static final long FIRST_SEED = Long.getLong("simulation.seed", 1);

    private static final long HISTORIES = Long.getLong("simulation.histories", 20_000);

    @Test
    void noHistoryViolatesAnInvariantAndEveryTransitionIsTaken() {
        Campaign.Result result = new Campaign(FIRST_SEED, HISTORIES).run();

        System.out.println(result.histories() + " histories from seed " + FIRST_SEED);
        result.tally().forEach((what, count) -> System.out.println("  " + count + " " + what));
        assertThat(result.failure().map(it -> "Seed " + it.seed() + "\n" + String.join("\n", it.story())))
                .as("a history that violates an invariant")
                .isEmpty();
        assertThat(result.histories()).isEqualTo(HISTORIES);
        assertThat(StateMachines.ALL.stream()
                        .flatMap(machine -> machine.steps().stream())
                        .filter(step -> result.tally().of(step) == 0))
                .as("transitions that no history has taken")
                .isEmpty();
        assertThat(result.tally().of("decision GO"))
                .as("histories without GO prove nothing")
                .isPositive();
    }

    @Test
    void aSeedMakesTheSameHistoryEachTime() {
        History history = History.of(FIRST_SEED + 7);

        assertThat(history.told()).isEqualTo(history.told());
        assertThat(History.of(FIRST_SEED + 7).told()).isEqualTo(history.told());
    }

    @Test
    void theTablesAreThoseOfTheCode() {
        assertThat(StateMachines.ALL.stream().map(StateMachines.Machine::table))
                .contains(LaunchStatus.TRANSITIONS, Outcome.TRANSITIONS);
        assertThat(StateMachines.ALL).extracting(StateMachines.Machine::noun).doesNotHaveDuplicates();
        assertThat(List.copyOf(StateMachines.ALL)).hasSize(4);
    }
}
