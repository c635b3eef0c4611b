package dev.greenlight.standalone.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the story ended.
 *
 * @param markets in the plan's order
 */
public record Outcome(UUID launchId, List<MarketOutcome> markets) {
    /** Takes a copy. */
    public Outcome {
        markets = List.copyOf(markets);
    }

    /**
     * How one market stands.
     *
     * @param decision GO or NO_GO; empty when nobody has asked yet
     * @param conditions how many conditions it has
     * @param missing those that were not met when it was decided
     */
    public record MarketOutcome(
            String region, boolean live, Optional<String> decision, int conditions, List<Missing> missing) {
        /** Takes a copy. */
        public MarketOutcome {
            missing = List.copyOf(missing);
        }
    }

    /** A condition that was not met: what is missing, and who can clear it. */
    public record Missing(String condition, String cause, String owner) {}

    /**
     * The outcome of one market.
     *
     * @throws IllegalArgumentException when the launch has no such market
     */
    public MarketOutcome market(String region) {
        return markets.stream()
                .filter(market -> market.region().equals(region))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No market " + region + " in " + markets));
    }
}
