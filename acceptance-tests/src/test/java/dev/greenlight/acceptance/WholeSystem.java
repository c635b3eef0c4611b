package dev.greenlight.acceptance;

import static org.awaitility.Awaitility.await;

import dev.greenlight.standalone.demo.Demo;
import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PlatformDirectory;
import dev.greenlight.standalone.system.EmbeddedSystem;
import dev.greenlight.standalone.system.Home;
import dev.greenlight.standalone.system.Ports;
import dev.greenlight.standalone.system.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Everything that runs in production, started once for all tests of this JVM on ports that are free, and watched over by the
 * supervisor. Its logs stay in {@code target/system/logs}.
 */
final class WholeSystem {
    private static final List<String> SERVICES =
            List.of("edge", "launch-service", "sales-capacity-service", "notification-service");
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final EmbeddedSystem system;
    private final Path logs;

    private WholeSystem() {
        Path project = PlatformDirectory.projectDirectory();
        Path directory = project.resolve("acceptance-tests/target/system");
        deleteAll(directory);
        Home home = new Home(directory);
        system = new EmbeddedSystem(project, home, Ports.free());
        logs = home.logs();
        SERVICES.forEach(this::requirePackaged);
        start(home);
    }

    /** The one system of this JVM; starts it at first use. */
    static WholeSystem shared() {
        return Holder.SYSTEM;
    }

    /** Where it is to be found. */
    Demo.Stage stage() {
        return new Demo.Stage(system.origin(), system.bootstrapServers(), system.registryUrl());
    }

    /** {@code kill -9}; the supervisor starts it again. */
    void kill(String service) {
        ProcessHandle process = system.part(service)
                .process()
                .orElseThrow(() -> new IllegalStateException(service + " does not run; its log is in " + logs));
        process.destroyForcibly();
        process.onExit().orTimeout(RESTART.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Holds a service still, as a machine does that has too much to do. */
    void freeze(String service) {
        signal("STOP", service);
    }

    /** Lets a service go on that was held still. */
    void thaw(String service) {
        signal("CONT", service);
    }

    private void signal(String name, String service) {
        long pid = system.part(service).process().orElseThrow().pid();
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Returns when every part answers as one that can be used. */
    void awaitReady() {
        for (Part part : system.parts()) {
            await(part.name() + " is ready; its log is " + part.log())
                    .atMost(RESTART)
                    .pollInterval(Duration.ofMillis(250))
                    .until(part::isReady);
        }
    }

    private void requirePackaged(String service) {
        if (system.parts().stream().noneMatch(part -> part.name().equals(service))) {
            throw new IllegalStateException(
                    service + " is not packaged; these tests run in the build of the whole project: mvn verify");
        }
    }

    private void start(Home home) {
        Supervisor supervisor =
                new Supervisor(system, home, (part, what) -> System.out.printf("  %-24s %s%n", part, what));
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread watch = new Thread(
                () -> {
                    try {
                        supervisor.run(ready::countDown);
                        ended.complete(null);
                    } catch (RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "supervisor");
        watch.setDaemon(true);
        watch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop the whole system"));
        await("the whole system is up; its logs are in " + logs)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ready.getCount() == 0 || ended.isDone());
        if (ended.isDone()) {
            ended.join();
        }
    }

    private static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + directory, e);
        }
    }

    private static final class Holder {
        private static final WholeSystem SYSTEM = new WholeSystem();
    }
}
