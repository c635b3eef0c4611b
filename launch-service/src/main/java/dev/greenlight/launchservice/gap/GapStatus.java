package dev.greenlight.launchservice.gap;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What product has made of a gap so far. */
public enum GapStatus {
    /** Reported, or reported again; nobody has looked yet. */
    NEW,
    /** Being looked at, which is no decision. */
    UNDER_REVIEW,
    /** Will be closed by a date. */
    ACCEPTED,
    /** Won't be closed, for a reason. */
    DECLINED,
    /** There is another way, which the reason tells. */
    WORKAROUND,
    /** Closed, says product. */
    SHIPPED,
    /** Closed, say those who missed it. */
    VERIFIED;

    /** Steps on the way to a decision may be skipped, decisions be changed; but only what was shipped can be verified. */
    private static final Map<GapStatus, Set<GapStatus>> REVIEWS = Map.of(
            NEW, EnumSet.of(UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED),
            UNDER_REVIEW, EnumSet.of(UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED),
            ACCEPTED, EnumSet.of(UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED),
            DECLINED, EnumSet.of(UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED),
            WORKAROUND, EnumSet.of(UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED),
            SHIPPED, EnumSet.of(UNDER_REVIEW, SHIPPED, VERIFIED),
            VERIFIED, EnumSet.of(VERIFIED));

    /** Whether product may go on from here to there. */
    public boolean mayBecome(GapStatus next) {
        return REVIEWS.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether product has decided; until then a blocker stands in the way. */
    public boolean isDecided() {
        return this != NEW && this != UNDER_REVIEW;
    }

    /** Whether a new report opens it again. */
    boolean isReopenedByReports() {
        return this == DECLINED || this == SHIPPED;
    }
}
