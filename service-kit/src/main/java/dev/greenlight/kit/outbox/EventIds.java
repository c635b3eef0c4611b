package dev.greenlight.kit.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids that sort by the time of their making (UUIDv7, RFC 9562), for events and for everything else that is new. Thread-safe. */
public final class EventIds {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id. */
    public UUID next() {
        return generator.generate();
    }
}
