package dev.greenlight.sales.launch;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.PendingDecision;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads launches out of the events that tell of them. */
public final class LaunchEvents {
    private LaunchEvents() {}

    /**
     * The plan that an event carries.
     *
     * @throws IllegalArgumentException when it breaks a rule that every plan keeps, such as a window that ends before it
     *     starts, or has a status that this version does not know
     */
    public static LaunchPlan read(LaunchPlanned event) {
        Launch launch = new Launch(
                event.getLaunchId(),
                event.getRevision(),
                event.getPlanRevision(),
                event.getProduct(),
                event.getName(),
                event.getOwner(),
                LaunchStatus.valueOf(event.getStatus().name()),
                event.getStatusSince(),
                decisionId(event.getPendingDecision()));
        return new LaunchPlan(
                launch, event.getMarkets().stream().map(LaunchEvents::market).toList());
    }

    private static @Nullable UUID decisionId(@Nullable PendingDecision decision) {
        return decision == null ? null : decision.getId();
    }

    private static MarketPlan market(dev.greenlight.events.Market market) {
        return new MarketPlan(
                market.getRegion(),
                market.getGoLiveDate(),
                market.getZone(),
                market.getLive(),
                market.getRequirements().stream()
                        .map(requirement -> new StaffRequirement(
                                requirement.getId(),
                                requirement.getRole(),
                                new Fte(requirement.getFte()),
                                new DateWindow(requirement.getFrom(), requirement.getTo())))
                        .toList(),
                market.getQuotas().stream()
                        .map(quota -> new SegmentQuota(quota.getSegment(), quota.getMinReports()))
                        .toList(),
                market.getPitchRevision());
    }
}
