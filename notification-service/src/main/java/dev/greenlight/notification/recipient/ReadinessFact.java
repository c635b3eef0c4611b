package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of one market, as far as it matters for who is told.
 *
 * @param reds the conditions that neither pass nor are waived
 * @param waivers those that stand and count
 * @param incidents those that are not resolved
 */
public record ReadinessFact(
        UUID launch,
        String region,
        long revision,
        String actor,
        Instant at,
        boolean ready,
        boolean live,
        List<Red> reds,
        List<Waiver> waivers,
        List<Incident> incidents) {

    /** What kind of thing is missing. */
    public enum Kind {
        UNKNOWN,
        CAPACITY,
        FEEDBACK,
        GAPS
    }

    /**
     * A condition that blocks.
     *
     * @param id for example {@code capacity:ae}
     * @param cause one sentence: what is missing
     * @param owner who can clear it, for example {@code sales-manager:Central}; null when the gate does not say
     */
    public record Red(
            String id, Kind kind, String cause, @Nullable String owner) {}

    /**
     * A condition that leadership has waived.
     *
     * @param id of the waiver
     * @param condition for example {@code capacity:ae}
     * @param approver user id
     * @param cause one sentence: what is missing, and who waived it until when and why
     * @param since when the condition became a waived one
     */
    public record Waiver(String id, String condition, String approver, String cause, Instant since) {}

    /** Staff lost after the market went live. */
    public record Incident(UUID id, String cause, Instant since) {}

    /** Takes copies. */
    public ReadinessFact {
        reds = List.copyOf(reds);
        waivers = List.copyOf(waivers);
        incidents = List.copyOf(incidents);
    }

    /** The blocking conditions of a kind. */
    public List<Red> reds(Kind kind) {
        return reds.stream().filter(red -> red.kind() == kind).toList();
    }
}
