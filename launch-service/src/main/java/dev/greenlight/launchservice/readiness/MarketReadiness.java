package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.MarketState;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One market's readiness, derived from facts, never set by hand.
 *
 * @param revision grows by one with each change of it; 0 before it is judged for the first time
 * @param planRevision the plan that it was judged on
 * @param salesRevision the snapshot of sales that it was judged on when it last changed; 0 when sales has not spoken yet
 * @param conditions at least one of each kind, once judged
 * @param published whether others know of it; a draft's is not
 */
public record MarketReadiness(
        MarketKey market,
        long revision,
        long planRevision,
        long salesRevision,
        boolean live,
        List<StandingCondition> conditions,
        @Nullable DecisionMade lastDecision,
        List<Incident> incidents,
        boolean published) {
    /** Takes copies. */
    public MarketReadiness {
        conditions = List.copyOf(conditions);
        incidents = List.copyOf(incidents);
    }

    /** Of a market that has not been judged yet. */
    static MarketReadiness unjudged(MarketKey market) {
        return new MarketReadiness(market, 0, 0, 0, false, List.of(), null, List.of(), false);
    }

    /** Whether every condition passes or is waived; an empty gate is never ready. */
    public boolean ready() {
        return !conditions.isEmpty()
                && conditions.stream().allMatch(it -> it.condition().isClear());
    }

    /** The conditions that neither pass nor are waived. */
    public List<StandingCondition> reds() {
        return conditions.stream().filter(it -> !it.condition().isClear()).toList();
    }

    /** The readiness as the facts make it now; the same readiness when nothing in it is different. */
    MarketReadiness judged(Launch launch, MarketFacts facts, Supplier<UUID> ids) {
        Instant now = facts.at();
        MarketState state = launch.state(market.region()).orElseThrow();
        List<Condition> judged = Gate.judge(facts);
        boolean watched = state.live() && launch.status() == LaunchStatus.LIVE;
        MarketReadiness next = new MarketReadiness(
                market,
                revision,
                launch.planRevision(),
                salesRevision,
                state.live(),
                StandingCondition.after(conditions, judged, now),
                state.lastDecision(),
                watched ? Incident.after(incidents, judged, now, ids) : incidents,
                published || launch.status() != LaunchStatus.DRAFT);
        if (next.equals(this)) {
            return this;
        }
        return new MarketReadiness(
                next.market,
                revision + 1,
                next.planRevision,
                facts.staff().map(SalesSnapshot::revision).orElse(0L),
                next.live,
                next.conditions,
                next.lastDecision,
                next.incidents,
                next.published);
    }
}
