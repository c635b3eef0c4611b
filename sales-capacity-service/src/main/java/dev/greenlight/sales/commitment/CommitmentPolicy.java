package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import java.util.List;
import java.util.Optional;

/** One rule that a promise keeps. */
@FunctionalInterface
public interface CommitmentPolicy {
    /** The refusal; empty when the rule has nothing against it. */
    Optional<Rejection> refusal(Proposal proposal);

    /** All rules in the order in which they are told; those after the first that refuses don't matter. */
    List<CommitmentPolicy> ALL = List.of(
            new LaunchAsksForStaff(),
            new PlanIsTheCurrentOne(),
            new NothingChangesDuringADecision(),
            new WindowTouchesTheRequirement(),
            new NamedRepsAreFree());

    /** The first refusal of all rules. A repetition of what was promised already is never refused: nothing changes. */
    static Optional<Rejection> firstRefusal(Proposal proposal) {
        return proposal.changesNothing()
                ? Optional.empty()
                : ALL.stream()
                        .flatMap(policy -> policy.refusal(proposal).stream())
                        .findFirst();
    }
}
