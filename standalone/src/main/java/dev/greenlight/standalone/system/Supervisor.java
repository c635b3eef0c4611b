package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PartFailure;
import dev.greenlight.standalone.part.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts the system, starts again what ends by itself, and stops everything when it is told to. The parts are its child
 * processes and do not outlive it.
 */
public final class Supervisor {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A part that ran this long was well, and its next end is a first one again. */
    private static final Duration WELL_AFTER = Duration.ofMinutes(1);

    private final EmbeddedSystem system;
    private final Home home;
    private final Narrator narrator;
    private final CountDownLatch toldToStop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Recovery> recoveries = new HashMap<>();

    public Supervisor(EmbeddedSystem system, Home home, Narrator narrator) {
        this.system = system;
        this.home = home;
        this.narrator = narrator;
        system.parts().forEach(part -> recoveries.put(part.name(), new Recovery()));
    }

    /** Whether a supervisor of this home is alive. */
    public static boolean isRunning(Home home) {
        return SupervisorLock.isHeld(home);
    }

    /**
     * Starts everything, calls back when it is ready, and watches until {@link #stop}.
     *
     * @throws PartFailure when a part does not start, or another supervisor of this home is alive
     */
    public void run(Runnable ready) {
        SupervisorLock lock = SupervisorLock.take(home)
                .orElseThrow(() -> new PartFailure("Greenlight is running already with the data in " + home.root()));
        try {
            writePid();
            try {
                system.start((part, what) -> {
                    record();
                    narrator.says(part, what);
                });
            } catch (PartFailure e) {
                clearState();
                throw e;
            }
            record();
            ready.run();
            while (!toldToStop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                system.parts().forEach(this::lookAfter);
                record();
            }
            system.stop(narrator);
            clearState();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("The supervisor was interrupted", e);
        } finally {
            lock.close();
            stopped.countDown();
        }
    }

    /** Has {@link #run} stop everything, and waits until it has. */
    public void stop() {
        toldToStop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAfter(Part part) {
        Recovery recovery = recovery(part);
        if (part.process().isPresent()) {
            recovery.alive();
            return;
        }
        if (recovery.isDueNow(pause -> narrator.says(
                part.name(), "ended by itself; is started again in " + pause.toMillis() / 1_000.0 + " s"))) {
            try {
                part.start(Progress.SILENT);
                narrator.says(part.name(), "started again");
            } catch (PartFailure e) {
                narrator.says(part.name(), "did not start again: " + e.getMessage());
            }
        }
    }

    private Recovery recovery(Part part) {
        return recoveries.computeIfAbsent(part.name(), name -> new Recovery());
    }

    private synchronized void record() {
        List<RunState.PartState> parts = system.parts().stream()
                .map(part -> {
                    Optional<ProcessHandle> process = part.process();
                    return new RunState.PartState(
                            part.name(),
                            part.port(),
                            process.map(ProcessHandle::pid).orElse(0L),
                            process.map(RunState::startOf).orElse(0L),
                            recovery(part).restarts());
                })
                .toList();
        RunState now = new RunState(ProcessHandle.current().pid(), parts);
        if (!RunState.read(home).equals(Optional.of(now))) {
            now.write(home);
        }
    }

    private void writePid() {
        try {
            Files.writeString(home.supervisorPid(), ProcessHandle.current().pid() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + home.supervisorPid(), e);
        }
    }

    private void clearState() {
        try {
            Files.deleteIfExists(home.state());
            Files.deleteIfExists(home.supervisorPid());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + home.run(), e);
        }
    }

    /** How it stands with one part: how often it was started again, and when it may be the next time. */
    private static final class Recovery {
        private Duration pause = FIRST_PAUSE;
        private int restarts;
        private long aliveSince = System.nanoTime();
        private Optional<Long> dueAt = Optional.empty();

        void alive() {
            dueAt = Optional.empty();
            if (System.nanoTime() - aliveSince > WELL_AFTER.toNanos()) {
                pause = FIRST_PAUSE;
            }
        }

        /** Answers true once for each pause; the pause begins when it is first asked. */
        boolean isDueNow(Consumer<Duration> pauseBegins) {
            long now = System.nanoTime();
            if (dueAt.isEmpty()) {
                dueAt = Optional.of(now + pause.toNanos());
                pauseBegins.accept(pause);
                return false;
            }
            if (now < dueAt.get()) {
                return false;
            }
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            restarts++;
            aliveSince = now;
            dueAt = Optional.empty();
            return true;
        }

        int restarts() {
            return restarts;
        }
    }
}
