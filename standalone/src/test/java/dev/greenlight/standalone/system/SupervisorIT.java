package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.part.PlatformDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    @TempDir
    private Path directory;

    @Test
    void whatIsKilledIsStartedAgainAndNothingIsLeftAtTheEnd() throws Exception {
        Home home = new Home(directory);
        EmbeddedSystem system = new EmbeddedSystem(PlatformDirectory.projectDirectory(), home, Ports.free());
        Supervisor supervisor = new Supervisor(system, home, Narrator.SILENT);
        CountDownLatch ready = new CountDownLatch(1);

        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> supervisor.run(ready::countDown));
        assertThat(ready.await(4, TimeUnit.MINUTES)).as("everything is up").isTrue();
        assertThat(Supervisor.isRunning(home)).isTrue();
        assertThatThrownBy(() -> new Supervisor(system, home, Narrator.SILENT).run(() -> {}))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("running already");

        Part registry = system.part("registry");
        ProcessHandle first = registry.process().orElseThrow();
        first.destroyForcibly();
        await("the registry is there again")
                .atMost(Duration.ofMinutes(1))
                .until(() -> registry.process().filter(now -> now.pid() != first.pid()).isPresent()
                        && registry.isReady());
        await("the restart is written down")
                .atMost(Duration.ofSeconds(10))
                .until(() -> RunState.read(home).orElseThrow().parts().stream()
                        .anyMatch(part -> part.name().equals("registry") && part.restarts() == 1));

        List<ProcessHandle> processes =
                system.parts().stream().flatMap(part -> part.process().stream()).toList();
        supervisor.stop();
        running.get(1, TimeUnit.MINUTES);

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Supervisor.isRunning(home)).isFalse();
        assertThat(RunState.read(home)).isEmpty();
    }
}
