package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One region of a plan.
 *
 * @param goLiveDate the day from whose beginning the product may go live, local to the zone
 * @param price suggested price; null when marketing suggests none
 */
public record Market(
        String region,
        LocalDate goLiveDate,
        ZoneId zone,
        @Nullable Money price,
        List<Requirement> requirements,
        List<Quota> quotas) {
    /**
     * Checks that the market asks for staff and for feedback.
     *
     * @throws IllegalArgumentException when it does not, or when two requirements or two quotas are the same one
     */
    public Market {
        requirements = List.copyOf(requirements);
        quotas = List.copyOf(quotas);
        if (requirements.isEmpty() || quotas.isEmpty()) {
            throw new IllegalArgumentException("A market needs at least one requirement and one quota");
        }
        if (requirements.stream().map(Requirement::id).distinct().count() < requirements.size()) {
            throw new IllegalArgumentException("A requirement's id is used twice");
        }
        if (quotas.stream()
                        .map(quota -> Wording.sameness(quota.segment()))
                        .distinct()
                        .count()
                < quotas.size()) {
            throw new IllegalArgumentException("A segment has two quotas");
        }
    }

    /** The first moment of the go-live day in the market's zone; on a day that has no midnight, its first moment. */
    public Instant opensAt() {
        return goLiveDate.atStartOfDay(zone).toInstant();
    }

    /** Whether the go-live day is over in the market's zone. */
    public boolean isPastAt(Instant now) {
        return goLiveDate.isBefore(LocalDate.ofInstant(now, zone));
    }

    Market asking(Requirement requirement) {
        return new Market(
                region,
                goLiveDate,
                zone,
                price,
                requirements.stream()
                        .map(it -> it.id().equals(requirement.id()) ? requirement : it)
                        .toList(),
                quotas);
    }

    /** Whether the other asks for exactly the same, in whatever order it is written. */
    boolean asksTheSameAs(Market other) {
        return region.equals(other.region)
                && goLiveDate.equals(other.goLiveDate)
                && zone.equals(other.zone)
                && hasSamePriceAs(other)
                && Set.copyOf(requirements).equals(Set.copyOf(other.requirements))
                && Set.copyOf(quotas).equals(Set.copyOf(other.quotas));
    }

    boolean hasSamePriceAs(Market other) {
        return price == null ? other.price == null : price.equals(other.price);
    }

    static Set<String> regions(List<Market> markets) {
        return markets.stream().map(Market::region).collect(Collectors.toSet());
    }
}
