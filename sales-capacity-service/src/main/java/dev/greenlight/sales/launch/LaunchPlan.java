package dev.greenlight.sales.launch;

import java.util.List;
import java.util.Optional;

/** A whole plan as it was heard. */
public record LaunchPlan(Launch launch, List<MarketPlan> markets) {
    /** Takes a copy of the markets. */
    public LaunchPlan {
        markets = List.copyOf(markets);
    }

    /** The plan for this region, if it has one. */
    public Optional<MarketPlan> market(String region) {
        return markets.stream().filter(market -> market.region().equals(region)).findFirst();
    }
}
