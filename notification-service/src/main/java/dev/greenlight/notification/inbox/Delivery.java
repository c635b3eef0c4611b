package dev.greenlight.notification.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's thread about one matter.
 *
 * @param kind word of the kind
 * @param hidden the person did it themselves: kept so that it isn't told later, never shown
 * @param at when it last became worth a look
 * @param readAt null while it is unread
 * @param doneAt when the matter was settled; null while it stands
 */
record Delivery(
        UUID id,
        String person,
        String matter,
        String kind,
        UUID launch,
        @Nullable String region,
        String title,
        String text,
        boolean asksAction,
        String substance,
        boolean hidden,
        Instant at,
        @Nullable Instant readAt,
        @Nullable Instant doneAt) {}
