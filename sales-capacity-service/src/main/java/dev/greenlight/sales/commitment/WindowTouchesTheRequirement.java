package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.DateWindow;
import java.util.Optional;

/** A promise for days on which nothing is needed is a mistake in the dates. */
final class WindowTouchesTheRequirement implements CommitmentPolicy {
    @Override
    public Optional<Rejection> refusal(Proposal proposal) {
        DateWindow needed = proposal.requirement().window();
        return proposal.offer().window().overlaps(needed)
                ? Optional.empty()
                : Optional.of(Rejection.invalid(
                        "/from",
                        "No day of this window is needed: it is asked for from " + needed.from() + " to "
                                + needed.to()));
    }
}
