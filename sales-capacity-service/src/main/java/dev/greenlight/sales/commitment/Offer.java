package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.util.List;

/**
 * What a manager wants to promise.
 *
 * @param planRevision the plan that the manager saw
 * @param reps who is to give it, in sum as much as {@code fte}; empty: the team's pool
 */
public record Offer(long planRevision, Fte fte, DateWindow window, List<CommittedRep> reps) {
    /** Takes a copy of the reps. */
    public Offer {
        reps = List.copyOf(reps);
    }
}
