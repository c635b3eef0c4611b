package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.StaffRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What a new plan does to a promise. The window alone decides, compared with the window that was answered, and not the way on
 * which the plan came there: a snapshot that was skipped changes nothing.
 */
public final class CarryOver {
    private CarryOver() {}

    /**
     * The promise under the plan as it is now.
     *
     * @param requirement what is asked for now; null when it is no longer part of the plan
     */
    public static Commitment apply(Commitment promise, Launch launch, @Nullable StaffRequirement requirement) {
        if (!promise.bindsPeople()) {
            return promise;
        }
        if (requirement == null || launch.status().isOver()) {
            return promise.standing(CommitmentStatus.RELEASED, promise.planRevision());
        }
        return fits(promise, requirement)
                ? promise.standing(CommitmentStatus.CONFIRMED, launch.planRevision())
                : promise.standing(CommitmentStatus.STALE, promise.planRevision());
    }

    /** A promise for a part of the window (another team gives the rest) holds as long as the window is the one it was made for. */
    private static boolean fits(Commitment promise, StaffRequirement requirement) {
        return promise.answered().equals(requirement.window())
                || promise.window().covers(requirement.window());
    }
}
