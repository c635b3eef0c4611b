package dev.greenlight.launchservice.staff;

import dev.greenlight.kit.staffing.WorstDayCoverage;
import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that sales has committed to one market of one launch.
 *
 * @param revision grows by one with each change of it
 * @param planRevision the plan that sales has seen and carried its commitments to
 * @param decisionId the decision that this is the second key for; null when sales is not frozen for one
 * @param launchReports in a key: how many reports of the whole launch sales has ever published, and how many of them have ended
 */
public record SalesSnapshot(
        MarketKey market,
        long revision,
        long planRevision,
        @Nullable UUID decisionId,
        List<Commitment> commitments,
        @Nullable ReportCounts launchReports) {
    /** Takes a copy. */
    public SalesSnapshot {
        commitments = List.copyOf(commitments);
    }

    /** How the requirement is covered on its worst day, by what is confirmed. */
    public WorstDayCoverage coverageOf(Requirement requirement) {
        return WorstDayCoverage.of(
                requirement.window(),
                to(requirement.id()).stream()
                        .filter(answer -> answer.status() == Commitment.Status.CONFIRMED)
                        .map(Commitment::share)
                        .toList());
    }

    /** All answers by the requirement that they are to; a market may have thousands. */
    public Map<String, List<Commitment>> answersByRequirement() {
        return commitments.stream().collect(Collectors.groupingBy(Commitment::requirementId));
    }

    /** All answers to one requirement. */
    public List<Commitment> to(String requirementId) {
        return commitments.stream()
                .filter(commitment -> commitment.requirementId().equals(requirementId))
                .toList();
    }
}
