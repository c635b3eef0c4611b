package dev.greenlight.notification.recipient;

import dev.greenlight.notification.recipient.LaunchFact.MarketPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one launch.
 *
 * @param readiness by region
 * @param staff by region
 */
public record LaunchView(
        LaunchFact launch, Map<String, ReadinessFact> readiness, Map<String, StaffFact> staff, List<GapFact> gaps) {
    /** Takes copies. */
    public LaunchView {
        readiness = Map.copyOf(readiness);
        staff = Map.copyOf(staff);
        gaps = List.copyOf(gaps);
    }

    /** The gap that another is merged into; empty when it stands for itself, or nothing is known of the other yet. */
    Optional<GapFact> whole(GapFact gap) {
        return gaps.stream()
                .filter(other -> other.gap().equals(gap.mergedInto()))
                .findFirst();
    }

    /** The gaps that are merged into the gap, sorted by what is missing. */
    List<GapFact> parts(GapFact gap) {
        return gaps.stream()
                .filter(other -> gap.gap().equals(other.mergedInto()))
                .sorted(Comparator.comparing(GapFact::feature).thenComparing(GapFact::gap))
                .toList();
    }

    /** What the gate says of a region. */
    public Optional<ReadinessFact> readinessOf(String region) {
        return Optional.ofNullable(readiness.get(region));
    }

    /** Whether the market has gone live, by whichever of the two topics was faster. */
    public boolean isLive(MarketPlan market) {
        return market.live()
                || readinessOf(market.region()).map(ReadinessFact::live).orElse(false);
    }

    /** The markets that are still to go live, of a launch that is under way. */
    public Stream<MarketPlan> waitingMarkets() {
        return launch.status().isUnderWay()
                ? launch.markets().stream().filter(market -> !isLive(market))
                : Stream.empty();
    }

    /** Whether the requirement lacks staff, or nothing is known yet that says otherwise. */
    boolean lacksStaff(String region, String requirement) {
        return readinessOf(region)
                .map(fact -> fact.reds().stream().anyMatch(red -> red.id().equals("capacity:" + requirement)))
                .orElse(true);
    }
}
