package dev.greenlight.sales.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What marketing asks of one region.
 *
 * @param zone IANA time zone in which the days are meant
 * @param live whether this market is live
 * @param pitchRevision the planRevision that last changed its price or the launch's positioning; reports made for an earlier one
 *     are outdated
 */
public record MarketPlan(
        String region,
        LocalDate goLiveDate,
        String zone,
        boolean live,
        List<StaffRequirement> requirements,
        List<SegmentQuota> quotas,
        long pitchRevision) {
    /** Takes copies. */
    public MarketPlan {
        requirements = List.copyOf(requirements);
        quotas = List.copyOf(quotas);
    }

    /** The requirement with this id, if the plan has it. */
    public Optional<StaffRequirement> requirement(String id) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }
}
