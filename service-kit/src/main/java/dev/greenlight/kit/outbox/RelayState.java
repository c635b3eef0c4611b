package dev.greenlight.kit.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a relay is doing.
 *
 * @param holdsTheLock whether this instance is the one that relays
 * @param trouble what keeps events in the outbox, as a sentence; null when nothing does
 * @param since since when there is this trouble
 */
public record RelayState(
        boolean holdsTheLock,
        @Nullable String trouble,
        @Nullable Instant since) {
    static final RelayState WAITING = new RelayState(false, null, null);
    static final RelayState RELAYING = new RelayState(true, null, null);

    static RelayState failing(String trouble, boolean holdsTheLock, Instant since) {
        return new RelayState(holdsTheLock, trouble, since);
    }

    static RelayState blockedKeys(Collection<OutboxRelay.BlockedKey> keys, Instant since) {
        return new RelayState(
                true,
                keys.stream()
                        .map(key -> key.topicAndKey() + ": " + key.reason())
                        .collect(Collectors.joining("; ", "Kafka refuses an event of ", "")),
                since);
    }

    /** Whether something keeps events in the outbox. */
    public boolean isFailing() {
        return trouble != null;
    }
}
