package dev.greenlight.launchservice.readiness;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the gate asks of a market, judged.
 *
 * @param id for example {@code capacity:ae}; unique in its market and the same through revisions
 * @param cause one sentence: what is missing; null when it passes
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
        UNKNOWN
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

    /** Whether it is met. */
    public boolean passes() {
        return status == Status.PASS;
    }
}
