package dev.greenlight.standalone.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One process of the embedded default: PostgreSQL, the broker, the registry or a service. It keeps its port and its data
 * when it is stopped and started again. Safe for use by several threads.
 */
public interface Part {
    /** The name by which people know it, also that of its log. */
    String name();

    /** The TCP port on the loopback address on which it answers. */
    int port();

    /** Where its output goes; grows over restarts. */
    Path log();

    /**
     * Launches the process and returns without waiting until it can be used. Does nothing when it runs already.
     *
     * @throws PartFailure when it cannot be launched
     */
    void start(Progress progress);

    /**
     * Waits until it can be used.
     *
     * @throws PartFailure when it ended meanwhile, or is not ready within the limit; with the last lines of its log
     */
    void awaitReady(Duration limit);

    /** Whether it answers now as one that can be used; asks it, so this takes some milliseconds. */
    boolean isReady();

    /** Ends it in order, and by force what has not ended after the limit. Does nothing when it does not run. */
    void stop(Duration limit);

    /** Ends it as a power cut would ({@code kill -9}), and waits until it is gone. */
    void kill();

    /** The process, while it runs. */
    Optional<ProcessHandle> process();

    /** {@link #start} and {@link #awaitReady} in one. */
    default void startAndAwait(Progress progress, Duration limit) {
        start(progress);
        awaitReady(limit);
    }
}
