package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.Promise;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.StaffRequirement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies to a commitment what a new plan makes of its {@link Promise}. */
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
        return switch (promise.promise().under(asked(launch, requirement))) {
            case STANDS -> promise.standing(CommitmentStatus.CONFIRMED, launch.planRevision());
            case STALE -> promise.standing(CommitmentStatus.STALE, promise.planRevision());
            case RELEASED -> promise.standing(CommitmentStatus.RELEASED, promise.planRevision());
        };
    }

    private static Optional<Promise.Ask> asked(Launch launch, @Nullable StaffRequirement requirement) {
        return requirement == null || launch.status().isOver()
                ? Optional.empty()
                : Optional.of(new Promise.Ask(requirement.role(), requirement.window()));
    }
}
