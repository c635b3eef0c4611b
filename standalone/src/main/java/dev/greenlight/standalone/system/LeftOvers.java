package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.part.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes of a supervisor that was killed. They were written down, so they can be told from strangers. */
public final class LeftOvers {
    private static final Duration IN_ORDER_WITHIN = Duration.ofSeconds(20);

    private LeftOvers() {}

    /**
     * Ends what is left of an earlier run; does nothing while a supervisor is alive.
     *
     * @param postgres that of this home; it needs more than a signal to end in order and soon
     * @return the names of the parts that were still there
     */
    public static List<String> end(Home home, PostgresPart postgres) {
        if (Supervisor.isRunning(home)) {
            return List.of();
        }
        List<RunState.PartState> leftOver = RunState.read(home).map(RunState::parts).orElse(List.of()).stream()
                .filter(part -> part.process().isPresent())
                .toList();
        leftOver.stream()
                .filter(part -> !part.name().equals(postgres.name()))
                .flatMap(part -> part.process().stream())
                .forEach(LeftOvers::end);
        boolean database = postgres.stopLeftOver();
        try {
            Files.deleteIfExists(home.state());
            Files.deleteIfExists(home.supervisorPid());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + home.run(), e);
        }
        List<String> ended =
                new ArrayList<>(leftOver.stream().map(RunState.PartState::name).toList());
        if (database && !ended.contains(postgres.name())) {
            ended.add(postgres.name());
        }
        return ended;
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        try {
            process.onExit().get(IN_ORDER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            all.forEach(ProcessHandle::destroyForcibly);
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (ExecutionException e) {
            throw new PartFailure("Process " + process.pid() + " cannot be ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while ending what was left over", e);
        }
    }
}
