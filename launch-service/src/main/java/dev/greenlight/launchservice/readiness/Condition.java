package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.waiver.Waiver;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the gate asks of a market, judged.
 *
 * @param id for example {@code capacity:ae}; unique in its market and the same through revisions
 * @param cause one sentence: what is missing, and who waived that; null when it passes
 * @param owner who can clear it, for example {@code sales-manager:Central}; null when it passes
 * @param evidence what it was judged on: texts and whole numbers by name
 */
public record Condition(
        String id,
        Kind kind,
        Status status,
        @Nullable String cause,
        @Nullable String owner,
        Map<String, Object> evidence) {

    /** What is asked. */
    public enum Kind {
        /** Staff on every day. */
        CAPACITY,
        /** Customers heard. */
        FEEDBACK,
        /** No undecided blocker. */
        GAPS;

        /** The kind as it stands in ids and in the interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum Status {
        /** Met. */
        PASS,
        /** Not met. */
        FAIL,
        /** Nobody can tell yet; blocks as FAIL does. */
        UNKNOWN,
        /** Not met, and leadership takes that upon itself. */
        WAIVED
    }

    /**
     * Takes a sorted copy of the evidence.
     *
     * @throws IllegalArgumentException when it does not pass and says neither why nor who can clear it
     */
    public Condition {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        if (status != Status.PASS && (cause == null || owner == null)) {
            throw new IllegalArgumentException("What does not pass has a cause and an owner");
        }
    }

    static Condition pass(String id, Kind kind, Map<String, Object> evidence) {
        return new Condition(id, kind, Status.PASS, null, null, evidence);
    }

    /** Whether it is met as it is, without a waiver. */
    public boolean passes() {
        return status == Status.PASS;
    }

    /** Whether it lets its market go live: it passes, or is waived. */
    public boolean isClear() {
        return status == Status.PASS || status == Status.WAIVED;
    }

    /** The condition, which is not met, under a waiver that counts. */
    Condition waived(Waiver waiver) {
        Map<String, Object> waivedEvidence = new TreeMap<>(evidence);
        waivedEvidence.put("waiver", waiver.id().toString());
        waivedEvidence.put("approver", waiver.approver());
        waivedEvidence.put("reason", waiver.reason());
        waivedEvidence.put("expiresAt", waiver.expiresAt().toString());
        return new Condition(id, kind, Status.WAIVED, cause + "; " + waiver.words(), owner, waivedEvidence);
    }

    /** The condition, which is not met, with one more thing to say about that. */
    Condition remarked(String remark) {
        return new Condition(id, kind, status, cause + "; " + remark, owner, evidence);
    }
}
