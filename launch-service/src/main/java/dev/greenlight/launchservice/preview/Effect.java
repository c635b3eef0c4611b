package dev.greenlight.launchservice.preview;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an edit would do.
 *
 * @param requirement null when it concerns the whole market
 * @param team null when it concerns no single one
 * @param detail one sentence for the author
 */
public record Effect(
        String region,
        @Nullable String requirement,
        @Nullable String team,
        Kind effect,
        String detail) {

    /** What is done. */
    public enum Kind {
        /** A promise does not fit the window any more; its manager is asked to reconfirm. */
        STALE,
        /** A promise is no longer asked for. */
        RELEASED,
        /** The promises that stay are not enough. */
        SHORTFALL,
        /** The promises that stay are more than is asked for; the rest is offered back. */
        SURPLUS,
        /** What the field has heard was of another price or positioning. */
        OUTDATED,
        /** Something is newly asked for. */
        OPEN
    }
}
