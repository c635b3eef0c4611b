package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.StaffRequirement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a manager asks to promise, before it is known for which window and what was promised already. */
interface Wish {
    /** The plan that the manager saw. */
    long planRevision();

    /**
     * The offer that is meant.
     *
     * @param current the team's present answer to the requirement; null when it has given none
     * @return empty when the same again is wanted and there is nothing that it could be
     */
    Optional<Offer> offerFor(StaffRequirement requirement, @Nullable Commitment current);
}
