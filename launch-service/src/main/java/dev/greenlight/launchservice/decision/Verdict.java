package dev.greenlight.launchservice.decision;

import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.StandingCondition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of all the markets of a decision together: GO for all of them, or for none.
 *
 * @param cause names each red condition of each market; null for GO
 */
record Verdict(boolean go, @Nullable String cause) {
    private static final int MOST_NAMED_PER_MARKET = 20;

    /** Judges markets that were judged one by one; no market, no GO. */
    static Verdict on(Collection<MarketReadiness> markets) {
        List<MarketReadiness> unready =
                markets.stream().filter(market -> !market.ready()).toList();
        if (!markets.isEmpty() && unready.isEmpty()) {
            return new Verdict(true, null);
        }
        return new Verdict(false, unready.stream().map(Verdict::cause).collect(Collectors.joining(". ")));
    }

    private static String cause(MarketReadiness market) {
        List<StandingCondition> reds = market.reds();
        String named = reds.stream()
                .limit(MOST_NAMED_PER_MARKET)
                .map(red -> red.condition().cause() + " (" + red.condition().id() + ")")
                .collect(Collectors.joining("; "));
        int more = reds.size() - MOST_NAMED_PER_MARKET;
        return market.market().region() + ": " + named + (more > 0 ? "; and " + more + " more" : "");
    }
}
