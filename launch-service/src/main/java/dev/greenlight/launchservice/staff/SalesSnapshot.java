package dev.greenlight.launchservice.staff;

import dev.greenlight.launchservice.launch.MarketKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that sales has committed to one market of one launch.
 *
 * @param revision grows by one with each change of it
 * @param planRevision the plan that sales has seen and carried its commitments to
 * @param decisionId the decision that this is the second key for; null when sales is not frozen for one
 * @param reportsFiled how many field reports of the market sales has ever published
 * @param reportsEnded how many of them it has withdrawn or superseded
 */
public record SalesSnapshot(
        MarketKey market,
        long revision,
        long planRevision,
        @Nullable UUID decisionId,
        List<Commitment> commitments,
        long reportsFiled,
        long reportsEnded) {
    /** Takes a copy. */
    public SalesSnapshot {
        commitments = List.copyOf(commitments);
    }

    /** All answers to one requirement. */
    public List<Commitment> to(String requirementId) {
        return commitments.stream()
                .filter(commitment -> commitment.requirementId().equals(requirementId))
                .toList();
    }
}
