package dev.greenlight.sales.commitment;

/** Where a team's answer to a requirement stands; before there is one, it is requested. */
public enum CommitmentStatus {
    /** Promised, for the plan as it is. */
    CONFIRMED,
    /** Promised for an earlier plan whose window it no longer covers; its manager is asked again. */
    STALE,
    /** Taken back, with a reason. */
    WITHDRAWN,
    /** No longer asked for. */
    RELEASED,
    /** Refused, with a reason. */
    DECLINED;

    /** Whether the people named in it are held for it. A stale one holds them too, so that confirming it again can't over-book. */
    public boolean bindsPeople() {
        return this == CONFIRMED || this == STALE;
    }
}
