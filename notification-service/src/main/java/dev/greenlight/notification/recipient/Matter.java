package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about a launch that somebody should know or do: it is there as long as it is so, and gone when it is settled.
 *
 * @param key the same as long as it is the same matter, for example {@code commit:<launch>:<region>}
 * @param region null when it concerns the whole launch
 * @param text the sentence that people read
 * @param substance what must change for it to be worth another look; a text may change without
 * @param actor user id of who brought it about; empty for the gate itself
 * @param asked user ids of those who are to act
 * @param told user ids of those who are to know
 * @param sort how it behaves towards newcomers
 */
record Matter(
        String key,
        NoticeKind kind,
        @Nullable String region,
        String text,
        String substance,
        String actor,
        Instant at,
        Set<String> asked,
        Set<String> told,
        Sort sort) {

    /** How a matter behaves. */
    enum Sort {
        /** As long as it stands, it is there for everybody whom it concerns, also for who comes later. */
        STANDING,
        /** It happened once; who comes later does not hear of it. */
        NEWS
    }

    Matter {
        asked = Set.copyOf(asked);
        told = Set.copyOf(told);
    }
}
