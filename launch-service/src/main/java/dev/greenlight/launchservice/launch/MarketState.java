package dev.greenlight.launchservice.launch;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a market besides its plan.
 *
 * @param pitchRevision the planRevision that last changed its price or the launch's positioning; field reports made for an
 *     earlier one are outdated
 * @param lastDecision the last decision that it was part of; null before the first
 */
public record MarketState(
        String region,
        long pitchRevision,
        boolean live,
        @Nullable DecisionMade lastDecision) {

    MarketState after(DecisionMade decision) {
        return new MarketState(region, pitchRevision, live || decision.go(), decision);
    }

    MarketState pitchedIn(long revision) {
        return new MarketState(region, revision, live, lastDecision);
    }
}
