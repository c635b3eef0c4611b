package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.transition.TransitionTable;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leadership's exception for one condition of one market. It is never deleted, only ended.
 *
 * @param condition for example {@code capacity:ae}
 * @param demand what the condition asked when it was waived; the waiver covers no more
 * @param approver user id
 * @param expiresAt the first instant at which it counts no more
 * @param end how it ended; null while it stands
 */
public record Waiver(
        UUID id,
        MarketKey market,
        String condition,
        Demand demand,
        String approver,
        String reason,
        Instant givenAt,
        Instant expiresAt,
        Status status,
        @Nullable End end) {

    /** Whether it may still count. */
    public enum Status {
        /** Counts, as long as nothing speaks against it. */
        STANDING,
        /** Leadership took it back. */
        REVOKED,
        /** A later one for the same condition took its place. */
        REPLACED,
        /** Its time is over. */
        LAPSED;

        /** All that may become of a waiver: it ends once. */
        public static final TransitionTable<Status, Happening> TRANSITIONS =
                TransitionTable.<Status, Happening>builder()
                        .start(Happening.GIVE, STANDING)
                        .step(STANDING, Happening.REVOKE, REVOKED)
                        .step(STANDING, Happening.REPLACE, REPLACED)
                        .step(STANDING, Happening.EXPIRE, LAPSED)
                        .build();
    }

    /** What leads from one status to another. */
    public enum Happening {
        /** Leadership waives a condition. */
        GIVE,
        /** Leadership takes it back. */
        REVOKE,
        /** Leadership waives the condition anew. */
        REPLACE,
        /** Its time is over. */
        EXPIRE
    }

    /**
     * How a waiver ended.
     *
     * @param by user id; {@link FactsListener#GREENLIGHT} where time did it
     */
    public record End(String by, Instant at) {}

    /**
     * Checks that an end is there exactly when it has ended.
     *
     * @throws IllegalArgumentException when it is not
     */
    public Waiver {
        if ((status == Status.STANDING) != (end == null)) {
            throw new IllegalArgumentException("What has ended says by whom and when, what stands does not");
        }
    }

    /** A new waiver. */
    static Waiver given(UUID id, MarketKey market, Demand demand, WaiverRequest request, Instant now) {
        return new Waiver(
                id,
                market,
                request.condition(),
                demand,
                request.approver(),
                request.reason(),
                now,
                request.expiresAt(),
                Status.TRANSITIONS.after(null, Happening.GIVE).get(0),
                null);
    }

    /** The waiver after it has ended; empty when nothing can end it any more. */
    Optional<Waiver> after(Happening happening, String by, Instant at) {
        return Status.TRANSITIONS.after(status, happening).stream()
                .findFirst()
                .map(next -> new Waiver(
                        id, market, condition, demand, approver, reason, givenAt, expiresAt, next, new End(by, at)));
    }

    /** Whether it has neither ended nor expired; at exactly the instant of its expiry it has. */
    public boolean standsAt(Instant instant) {
        return status == Status.STANDING && instant.isBefore(expiresAt);
    }

    /** The waiver as it is at an instant: lapsed from its expiry on, although nobody may have noted it yet. */
    Waiver asOf(Instant instant) {
        return instant.isBefore(expiresAt)
                ? this
                : after(Happening.EXPIRE, FactsListener.GREENLIGHT, expiresAt).orElse(this);
    }

    /** The waiver after another one took its place; where its time was over, that ended it before. */
    Waiver replacedBy(String leader, Instant at) {
        Waiver present = asOf(at);
        return present.after(Happening.REPLACE, leader, at).orElse(present);
    }

    /** Who waived until when and why, as a part of a sentence. */
    public String words() {
        return "waived by " + approver + " until " + expiresAt + ": " + reason;
    }
}
