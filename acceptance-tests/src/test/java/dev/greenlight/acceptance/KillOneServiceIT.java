package dev.greenlight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.standalone.demo.Outcome;
import dev.greenlight.standalone.demo.Outcome.Missing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is ended by force in the middle of the story, twice, changes nothing of its end. */
class KillOneServiceIT {
    private final WholeSystem system = WholeSystem.shared();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"launch-service", "sales-capacity-service", "notification-service"})
    void theStoryEndsTheSameAlthoughOneServiceIsKilled(String service) {
        system.awaitReady();
        try (Rehearsal rehearsal = new Rehearsal(system, "GTK 500 without " + service)) {
            Outcome outcome = rehearsal.toldWhileKilled(service);

            assertThat(outcome.market("Central").live()).isTrue();
            assertThat(outcome.market("Central").decision()).contains("GO");
            assertThat(outcome.market("East").decision()).contains("NO_GO");
            assertThat(outcome.market("East").missing())
                    .extracting(Missing::condition)
                    .containsExactlyInAnyOrder("capacity:first-90-days", "feedback:medical");
            assertThat(outcome.market("West").decision()).isEmpty();
            assertThat(rehearsal.launches()).hasSize(1);
        }
    }
}
