package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.WorstDayCoverage;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.SegmentQuota;
import dev.greenlight.sales.launch.StaffRequirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a launch asks for and what it is given, as it is shown. */
record CapacityBody(
        String launchId,
        long revision,
        long planRevision,
        String product,
        String name,
        String owner,
        LaunchStatus status,
        boolean decisionPending,
        List<MarketBody> markets) {

    static CapacityBody of(Launch launch, List<MarketAnswer> answers) {
        return new CapacityBody(
                launch.id().toString(),
                launch.revision(),
                launch.planRevision(),
                launch.product(),
                launch.name(),
                launch.owner(),
                launch.status(),
                launch.isFrozen(),
                answers.stream().map(MarketBody::of).toList());
    }

    /** What a market asks for and is given. */
    record MarketBody(
            String region,
            long revision,
            LocalDate goLiveDate,
            String zone,
            boolean live,
            boolean open,
            List<RequirementBody> requirements,
            List<SegmentQuota> quotas,
            long reportsFiled,
            long reportsEnded) {

        static MarketBody of(MarketAnswer answer) {
            Market market = answer.market();
            Map<String, List<Commitment>> given = answer.byRequirement();
            return new MarketBody(
                    market.plan().region(),
                    market.revision(),
                    market.plan().goLiveDate(),
                    market.plan().zone(),
                    market.plan().live(),
                    market.open(),
                    market.plan().requirements().stream()
                            .map(requirement ->
                                    RequirementBody.of(requirement, given.getOrDefault(requirement.id(), List.of())))
                            .toList(),
                    market.plan().quotas(),
                    market.reportsFiled(),
                    market.reportsEnded());
        }
    }

    /**
     * What a requirement asks for and is given on its worst day.
     *
     * @param surplus FTE that are given above what is asked for, on the day on which the least is left over; so much can be
     *     taken back on every day
     */
    record RequirementBody(
            String id,
            String role,
            String fte,
            LocalDate from,
            LocalDate to,
            String committed,
            LocalDate worstDay,
            String surplus,
            List<CommitmentBody> commitments) {

        static RequirementBody of(StaffRequirement requirement, List<Commitment> given) {
            WorstDayCoverage worst = MarketAnswer.coverage(requirement, given);
            return new RequirementBody(
                    requirement.id(),
                    requirement.role(),
                    requirement.fte().toString(),
                    requirement.window().from(),
                    requirement.window().to(),
                    worst.committed().toString(),
                    worst.day(),
                    worst.committed().minus(requirement.fte()).toString(),
                    given.stream().map(CommitmentBody::of).toList());
        }
    }
}
