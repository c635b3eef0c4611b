package dev.greenlight.kit.outbox;

import com.fasterxml.uuid.Generators;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids that sort by the time of their making (UUIDv7, RFC 9562), for events and for everything else that is new. Thread-safe. */
public final class EventIds {
    private final Supplier<UUID> source;

    /** Ids of this moment. */
    public EventIds() {
        this(Generators.timeBasedEpochGenerator()::generate);
    }

    /** Ids from a source that can be told in advance, for what must happen the same way again; each greater than the one before. */
    public EventIds(Supplier<UUID> source) {
        this.source = source;
    }

    /** A new id. */
    public UUID next() {
        return source.get();
    }
}
