package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.part.PlatformDirectory;
import java.io.IOException;
import java.nio.file.Files;
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
        Home home = new Home(directory.resolve("home"));
        EmbeddedSystem system = new EmbeddedSystem(projectWithoutServices(), home, Ports.free());
        Supervisor supervisor = new Supervisor(system, home, Narrator.SILENT);
        CountDownLatch ready = new CountDownLatch(1);

        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> supervisor.run(ready::countDown));
        assertThat(ready.await(4, TimeUnit.MINUTES)).as("everything is up").isTrue();
        assertThat(Supervisor.isRunning(home)).isTrue();
        assertThatThrownBy(() -> new Supervisor(system, home, Narrator.SILENT).run(() -> {}))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("running already");

        Part postgres = system.part("postgres");
        ProcessHandle first = postgres.process().orElseThrow();
        first.destroyForcibly();
        await("the database is there again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> postgres.process()
                                .filter(now -> now.pid() != first.pid())
                                .isPresent()
                        && postgres.isReady());
        await("the restart is written down")
                .atMost(Duration.ofSeconds(30))
                .until(() -> RunState.read(home).orElseThrow().parts().stream()
                        .anyMatch(part -> part.name().equals("postgres") && part.restarts() == 1));

        List<ProcessHandle> processes =
                system.parts().stream().flatMap(part -> part.process().stream()).toList();
        supervisor.stop();
        running.get(4, TimeUnit.MINUTES);

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Supervisor.isRunning(home)).isFalse();
        assertThat(RunState.read(home)).isEmpty();
    }

    /** The same whether or not the services have been packaged before this module is tested. */
    private Path projectWithoutServices() throws IOException {
        Path target = Files.createDirectories(directory.resolve("project/standalone/target"));
        Files.createSymbolicLink(
                target.resolve("platform"), PlatformDirectory.locate().root());
        return directory.resolve("project");
    }
}
