package dev.greenlight.kit.snapshot;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the consumer of one topic is doing; written by the consumer, read by health. Thread-safe. */
final class ConsumerState {
    private final Clock clock;
    private volatile @Nullable Trouble trouble;

    ConsumerState(Clock clock) {
        this.clock = clock;
    }

    void proceeding() {
        trouble = null;
    }

    void retrying(RuntimeException cause) {
        Trouble known = trouble;
        trouble = new Trouble(String.valueOf(cause.getMessage()), known == null ? clock.instant() : known.since());
    }

    @Nullable Trouble trouble() {
        return trouble;
    }

    /** What keeps a consumer from going on, and since when. */
    record Trouble(String cause, Instant since) {}
}
