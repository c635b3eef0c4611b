package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules for asking to go live, in the order in which they are asked; the first that refuses gives the answer. */
enum GoLiveRule {
    /** Only what is planned or partly live goes live. */
    STATUS {
        @Override
        Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now) {
            return launch.status().mayGoLive()
                    ? Optional.empty()
                    : Optional.of(Rejection.conflict(
                            "launch-status",
                            "A launch that is " + launch.status().words() + " can't go live"));
        }
    },
    /** One decision at a time. */
    ONE_DECISION {
        @Override
        Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now) {
            return launch.refusesWhilePending();
        }
    },
    /** Every region is one of the launch's. */
    KNOWN_REGIONS {
        @Override
        Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now) {
            return regions.stream()
                    .filter(region -> launch.state(region).isEmpty())
                    .findFirst()
                    .map(region -> Rejection.invalid(
                            "/regions/" + regions.indexOf(region), "This launch has no market " + region));
        }
    },
    /** Nobody is asked again about a live market. */
    NOT_LIVE_YET {
        @Override
        Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now) {
            if (regions.isEmpty()) {
                return Optional.of(Rejection.conflict("already-live", "Every market of this launch is live already"));
            }
            return regions.stream()
                    .filter(region ->
                            launch.state(region).filter(MarketState::live).isPresent())
                    .findFirst()
                    .map(region -> Rejection.conflict("already-live", region + " is live already"));
        }
    },
    /** Not before the go-live day has begun in the market's own zone. */
    NOT_TOO_EARLY {
        @Override
        Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now) {
            return regions.stream()
                    .flatMap(region -> launch.plan().market(region).stream())
                    .filter(market -> now.isBefore(market.opensAt()))
                    .findFirst()
                    .map(market -> Rejection.conflict(
                            "too-early",
                            market.region() + " goes live on " + market.goLiveDate() + " ("
                                    + market.zone().getId()
                                    + ") at the earliest; to go sooner, revise the plan"));
        }
    };

    /** Why the regions can't go live; empty when this rule has nothing against it. */
    abstract Optional<Rejection> refuses(Launch launch, List<String> regions, Instant now);

    /** The first refusal of all rules. */
    static Optional<Rejection> firstRefusal(Launch launch, List<String> regions, Instant now) {
        for (GoLiveRule rule : values()) {
            Optional<Rejection> refusal = rule.refuses(launch, regions, now);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** The regions that "all" means: those that are not live yet, in the plan's order. */
    static List<String> allOf(Launch launch) {
        return launch.markets().stream()
                .filter(state -> !state.live())
                .map(MarketState::region)
                .toList();
    }
}
