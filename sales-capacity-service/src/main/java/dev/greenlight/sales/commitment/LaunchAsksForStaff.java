package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.launch.Launch;
import java.util.Optional;

/** Staff is promised only to a launch that is planned or live. */
final class LaunchAsksForStaff implements CommitmentPolicy {
    @Override
    public Optional<Rejection> refusal(Proposal proposal) {
        return refusal(proposal.launch());
    }

    static Optional<Rejection> refusal(Launch launch) {
        return launch.status().takesCommitments()
                ? Optional.empty()
                : Optional.of(Rejection.conflict(
                        "launch-not-open",
                        "\"" + launch.name() + "\" " + launch.status().predicate() + "; it asks for no staff now"));
    }
}
