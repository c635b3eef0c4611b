package dev.greenlight.notification.inbox;

import dev.greenlight.kit.staffing.SensibleTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a thread stands in an inbox, which is ordered newest first. */
record InboxPosition(Instant at, UUID id) {
    private static final String SEPARATOR = " ";

    static InboxPosition of(Delivery delivery) {
        return new InboxPosition(delivery.at(), delivery.id());
    }

    String text() {
        return at + SEPARATOR + id;
    }

    /** Reads what {@link #text} wrote; empty when it is something else. */
    static Optional<InboxPosition> parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InboxPosition(SensibleTime.instant(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
