package dev.greenlight.notification.inbox;

import dev.greenlight.kit.problem.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
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

    static InboxPosition parse(String text) {
        try {
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 2) {
                return new InboxPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Told below, as for a text that has other parts.
        }
        throw Rejection.invalid("cursor", "The cursor is what the page before gave as next")
                .asException();
    }
}
