package dev.greenlight.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTest {
    @TempDir
    private Path directory;

    @Test
    void whoFollowsReturnsAtTheMilestone() throws Exception {
        Narration narration = new Narration(directory.resolve("narration"));
        narration.write("kafka", "ready after 1.0 s");
        narration.writeMilestone(Narration.READY);

        assertThat(narration.follow(Narration.READY, ProcessHandle.current())).isTrue();
    }

    @Test
    void whoFollowsLearnsThatTheTellerIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Narration narration = new Narration(directory.resolve("narration"));
        narration.write("kafka", "ready");

        assertThat(narration.follow(Narration.READY, gone.toHandle())).isFalse();
    }
}
