package dev.greenlight.launchservice.board;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.readiness.ConditionDocument;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How ready a launch is.
 *
 * @param ready whether every market is
 * @param revision of the launch
 */
record ReadinessView(boolean ready, long revision, List<MarketReadinessView> markets) {

    /** How ready one market is. */
    record MarketReadinessView(String region, boolean ready, boolean live, List<ConditionDocument> conditions) {

        static MarketReadinessView of(MarketReadiness readiness) {
            return new MarketReadinessView(
                    readiness.market().region(),
                    readiness.ready(),
                    readiness.live(),
                    readiness.conditions().stream().map(ConditionDocument::of).toList());
        }
    }

    static ReadinessView of(Launch launch, Map<MarketKey, MarketReadiness> readiness) {
        List<MarketReadinessView> markets = launch.marketKeys().stream()
                .flatMap(market -> Optional.ofNullable(readiness.get(market)).stream())
                .map(MarketReadinessView::of)
                .toList();
        boolean ready =
                markets.size() == launch.marketKeys().size() && markets.stream().allMatch(MarketReadinessView::ready);
        return new ReadinessView(ready, launch.revision(), markets);
    }
}
