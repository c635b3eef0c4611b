package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told about one matter.
 *
 * @param person user id
 * @param matter key of the matter
 * @param substance what must change for it to reappear
 * @param ownDoing the person brought it about themselves, so it must not interrupt them
 */
public record Notice(
        String person,
        String matter,
        NoticeKind kind,
        UUID launch,
        @Nullable String region,
        String title,
        String text,
        boolean asksAction,
        String substance,
        boolean ownDoing,
        Instant at) {}
