package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.StaffShare;
import dev.greenlight.kit.staffing.WorstDayCoverage;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.StaffRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that sales has committed to one market of one launch. */
public record MarketAnswer(Launch launch, Market market, List<Commitment> commitments) {
    /** Takes a copy of the commitments. */
    public MarketAnswer {
        commitments = List.copyOf(commitments);
    }

    /** The same answer as the market's next snapshot. */
    public MarketAnswer next() {
        return new MarketAnswer(launch, market.answered(isOpen()), commitments);
    }

    /** What is given to a requirement on its worst day. */
    public static WorstDayCoverage coverage(StaffRequirement requirement, List<Commitment> commitments) {
        List<StaffShare> shares = commitments.stream()
                .filter(commitment -> commitment.status() == CommitmentStatus.CONFIRMED)
                .map(Commitment::share)
                .toList();
        return WorstDayCoverage.of(requirement.window(), shares);
    }

    /** The commitments by the id of the requirement that they answer. */
    public Map<String, List<Commitment>> byRequirement() {
        return commitments.stream()
                .collect(Collectors.groupingBy(commitment -> commitment.key().requirementId()));
    }

    private boolean isOpen() {
        if (!market.inPlan() || !launch.status().takesCommitments()) {
            return false;
        }
        Map<String, List<Commitment>> answers = byRequirement();
        return market.plan().requirements().stream()
                .anyMatch(requirement -> asksForStaff(requirement, answers.getOrDefault(requirement.id(), List.of())));
    }

    private static boolean asksForStaff(StaffRequirement requirement, List<Commitment> answers) {
        return answers.stream().anyMatch(answer -> answer.status() == CommitmentStatus.STALE)
                || !coverage(requirement, answers).meets(requirement.fte());
    }
}
