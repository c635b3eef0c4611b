package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.launch.Launch;
import java.util.Optional;

/** While a go-live decision is being made, what it is made on stays as it is. */
final class NothingChangesDuringADecision implements CommitmentPolicy {
    @Override
    public Optional<Rejection> refusal(Proposal proposal) {
        return refusal(proposal.launch());
    }

    static Optional<Rejection> refusal(Launch launch) {
        return launch.isFrozen()
                ? Optional.of(Rejection.conflict(
                        "decision-pending",
                        "A go-live decision on \"" + launch.name() + "\" is being made; try again in a moment"))
                : Optional.empty();
    }
}
