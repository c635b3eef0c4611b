package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What marketing plans: one product's introduction in one or more markets. */
public record LaunchPlan(
        String product,
        String name,
        @Nullable Integer tier,
        @Nullable String description,
        @Nullable String positioning,
        @Nullable Money budget,
        List<Market> markets) {
    /**
     * Checks the markets.
     *
     * @throws IllegalArgumentException when there is none, or a region appears twice
     */
    public LaunchPlan {
        markets = List.copyOf(markets);
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("A launch needs at least one market");
        }
        if (Market.regions(markets).size() < markets.size()) {
            throw new IllegalArgumentException("A region appears twice");
        }
    }

    /** The market of a region; empty where the launch has none. */
    public Optional<Market> market(String region) {
        return markets.stream().filter(market -> market.region().equals(region)).findFirst();
    }

    /**
     * The plan with another requirement in the place of the one with its id.
     *
     * @param region one of the plan's
     */
    public LaunchPlan asking(String region, Requirement requirement) {
        return new LaunchPlan(
                product,
                name,
                tier,
                description,
                positioning,
                budget,
                markets.stream()
                        .map(market -> market.region().equals(region) ? market.asking(requirement) : market)
                        .toList());
    }

    /** All regions, in the author's order. */
    public List<String> regions() {
        return markets.stream().map(Market::region).toList();
    }

    /** The earliest go-live date of all markets. */
    public LocalDate firstGoLiveDate() {
        return markets.stream()
                .map(Market::goLiveDate)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Whether the other asks the same of sales and says the same to customers: then what was promised and reported for this
     * one still stands for the other.
     */
    boolean asksTheSameAs(LaunchPlan other) {
        return hasSamePositioningAs(other)
                && markets.size() == other.markets.size()
                && markets.stream()
                        .allMatch(mine -> other.market(mine.region())
                                .filter(mine::asksTheSameAs)
                                .isPresent());
    }

    boolean hasSamePositioningAs(LaunchPlan other) {
        return Objects.equals(positioning, other.positioning);
    }
}
