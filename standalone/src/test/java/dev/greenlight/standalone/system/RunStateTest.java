package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.standalone.system.RunState.PartState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenDownIsReadBack() {
        Home home = new Home(directory).make();
        RunState state = new RunState(
                4711,
                List.of(new PartState("kafka", 9092, 12, 1_700_000_000_000L, 3), new PartState("edge", 8080, 0, 0, 0)));

        state.write(home);

        assertThat(RunState.read(home)).contains(state);
    }

    @Test
    void nothingIsReadWhereNothingWasWritten() {
        assertThat(RunState.read(new Home(directory))).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSameIdIsNotTheOneThatWasWrittenDown() {
        ProcessHandle self = ProcessHandle.current();

        assertThat(new PartState("kafka", 9092, self.pid(), RunState.startOf(self), 0).process())
                .contains(self);
        assertThat(new PartState("kafka", 9092, self.pid(), 1, 0).process()).isEmpty();
    }
}
