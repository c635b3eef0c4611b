package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.launch.Launch;
import java.util.Optional;

/** Nobody promises for a plan that has been changed since they looked at it. */
final class PlanIsTheCurrentOne implements CommitmentPolicy {
    @Override
    public Optional<Rejection> refusal(Proposal proposal) {
        return refusal(proposal.launch(), proposal.offer().planRevision());
    }

    static Optional<Rejection> refusal(Launch launch, long seen) {
        long current = launch.planRevision();
        if (seen == current) {
            return Optional.empty();
        }
        return Optional.of(
                seen < current
                        ? Rejection.conflict(
                                "superseded-plan",
                                "The plan was changed meanwhile: you saw revision " + seen + ", now it is revision "
                                        + current + "; look at it and decide anew")
                        : Rejection.conflict(
                                "plan-not-heard-yet",
                                "Sales has heard of the plan up to revision " + current + ", not yet of revision "
                                        + seen + "; try again in a moment"));
    }
}
