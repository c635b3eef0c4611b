package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A missing feature and what product made of it, as far as it matters for who is told.
 *
 * @param blocker it keeps markets from going live until it is decided
 * @param mergedInto the gap that it is the same as, whose reporters are its reporters too; null when it stands for itself
 * @param breadth how many distinct accounts miss it
 */
public record GapFact(
        UUID gap,
        UUID launch,
        long revision,
        String actor,
        Instant at,
        String feature,
        boolean blocker,
        Status status,
        @Nullable String reason,
        @Nullable LocalDate targetDate,
        @Nullable UUID mergedInto,
        Set<String> regions,
        Set<String> reporters,
        int breadth,
        boolean reopened) {

    /** What product decided. */
    public enum Status {
        UNKNOWN,
        NEW,
        UNDER_REVIEW,
        ACCEPTED,
        DECLINED,
        WORKAROUND,
        MERGED,
        SHIPPED,
        VERIFIED;

        /** Whether product has yet to decide. */
        public boolean isOpen() {
            return this == NEW || this == UNDER_REVIEW;
        }
    }

    /** Takes copies. */
    public GapFact {
        regions = Set.copyOf(regions);
        reporters = Set.copyOf(reporters);
    }
}
