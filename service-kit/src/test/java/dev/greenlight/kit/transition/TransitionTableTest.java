package dev.greenlight.kit.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionTableTest {
    private enum Light {
        RED,
        GREEN,
        BROKEN
    }

    private enum Happening {
        INSTALL,
        TURN,
        LIGHTNING
    }

    private final TransitionTable<Light, Happening> table = TransitionTable.<Light, Happening>builder()
            .start(Happening.INSTALL, Light.RED)
            .step(Light.RED, Happening.TURN, Light.GREEN, "there is power")
            .step(Light.RED, Happening.TURN, Light.RED, "there is none")
            .step(Light.GREEN, Happening.TURN, Light.RED)
            .fromEach(List.of(Light.RED, Light.GREEN), Happening.LIGHTNING, Light.BROKEN)
            .build();

    @Test
    void anActionLeadsToWhatTheTableSaysAndNowhereElse() {
        assertThat(table.after(Light.RED, Happening.TURN)).containsExactly(Light.GREEN, Light.RED);
        assertThat(table.after(Light.BROKEN, Happening.TURN)).isEmpty();
        assertThat(table.connects(null, Light.RED)).isTrue();
        assertThat(table.connects(Light.BROKEN, Light.RED)).isFalse();
        assertThat(table.reach(Light.GREEN, Happening.LIGHTNING, Light.BROKEN)).isEqualTo(Light.BROKEN);
        assertThatThrownBy(() -> table.reach(Light.BROKEN, Happening.TURN, Light.RED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No step leads from BROKEN by TURN to RED");
    }

    @Test
    void theDiagramShowsEachStepWithItsConditionAndWhereItEnds() {
        assertThat(table.diagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> RED: install
                    RED --> GREEN: turn (there is power)
                    RED --> RED: turn (there is none)
                    GREEN --> RED: turn
                    RED --> BROKEN: lightning
                    GREEN --> BROKEN: lightning
                    BROKEN --> [*]
                """);
    }

    @Test
    void noStepStandsInTheTableTwice() {
        var builder = TransitionTable.<Light, Happening>builder().start(Happening.INSTALL, Light.RED);
        assertThatThrownBy(() -> builder.start(Happening.INSTALL, Light.RED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
