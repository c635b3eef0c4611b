package dev.greenlight.simulation;

/** What holds in every history. */
public enum Invariant {
    /**
     * No market goes live unless, at the moment of decision, every condition passed or was validly waived on what sales itself
     * holds; and no decision is NO_GO for a lack that is not there.
     */
    NO_FALSE_GO,
    /** What was acknowledged is in the topics in the end, and the other side knows its newest state. */
    NOTHING_ACKNOWLEDGED_IS_LOST,
    /** However often a call or a message comes, it takes effect once. */
    NO_DOUBLE_EFFECT,
    /** The kept readiness is what the gate makes of the facts, now and when the facts are heard again from the beginning. */
    SAME_FACTS_SAME_READINESS,
    /** A freeze ends by its decision, never by itself, and every one does. */
    EVERY_FREEZE_ENDS,
    /** A launch has one pending decision at most; what is decided stays decided. */
    ONE_DECISION_AT_A_TIME,
    /** Only steps of the transition tables happen. */
    ONLY_KNOWN_TRANSITIONS,
    /** No call and no message ends in anything but an answer or a refusal with a sentence. */
    NOTHING_BREAKS
}
