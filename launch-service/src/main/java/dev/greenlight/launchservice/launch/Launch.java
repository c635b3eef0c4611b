package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One launch in one revision; every change makes the next one. Whether a change is allowed is asked first ({@code refuses…}),
 * then it is made.
 *
 * @param revision grows by one with each change
 * @param planRevision the last revision that changed the plan itself (markets, positioning); what sales promises and the field
 *     reports refers to it, so that a hold or a mended description costs nobody a promise
 * @param owner user id of who answers for it
 * @param markets one state for each market of the plan, in the plan's order
 */
public record Launch(
        UUID id,
        long revision,
        long planRevision,
        String owner,
        LaunchPlan plan,
        Standing standing,
        List<MarketState> markets,
        @Nullable PendingDecision pending,
        @Nullable DecisionMade lastDecision) {
    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException when the states are not those of the plan's markets
     */
    public Launch {
        markets = List.copyOf(markets);
        if (!markets.stream().map(MarketState::region).toList().equals(plan.regions())) {
            throw new IllegalArgumentException("Each market of the plan has one state, in the plan's order");
        }
    }

    /** A new launch in its first revision. */
    public static Launch planned(UUID id, String owner, LaunchPlan plan, boolean draft, Instant now) {
        LaunchStatus status = draft ? LaunchStatus.DRAFT : LaunchStatus.PLANNED;
        List<MarketState> states = plan.regions().stream()
                .map(region -> new MarketState(region, 1, false, null))
                .toList();
        return new Launch(id, 1, 1, owner, plan, new Standing(status, null, now), states, null, null);
    }

    /** A new launch whose first revision has this number. */
    Launch beginningWith(long first) {
        List<MarketState> states =
                markets.stream().map(state -> state.pitchedIn(first)).toList();
        return new Launch(id, first, first, owner, plan, standing, states, pending, lastDecision);
    }

    /** Its status. */
    public LaunchStatus status() {
        return standing.status();
    }

    /** The state of a region's market; empty where the launch has none. */
    public Optional<MarketState> state(String region) {
        return markets.stream().filter(state -> state.region().equals(region)).findFirst();
    }

    /** Its markets, as others speak of them. */
    public List<MarketKey> marketKeys() {
        return plan.regions().stream().map(region -> new MarketKey(id, region)).toList();
    }

    /** Why the plan can't be replaced by this one; empty when it can. */
    public Optional<Rejection> refusesRevision(LaunchPlan next) {
        return refusesWhilePending().or(this::refusesWhenOver).or(() -> refusesToDropLiveMarkets(next));
    }

    /** The launch with another plan and owner; the same launch when nothing is different. */
    public Launch revised(LaunchPlan next, String nextOwner) {
        if (next.equals(plan) && nextOwner.equals(owner)) {
            return this;
        }
        long nextRevision = revision + 1;
        long nextPlanRevision = next.asksTheSameAs(plan) ? planRevision : nextRevision;
        List<MarketState> states = next.markets().stream()
                .map(market -> stateIn(next, market, nextRevision))
                .toList();
        return new Launch(id, nextRevision, nextPlanRevision, nextOwner, next, standing, states, pending, lastDecision);
    }

    /** Why the action is not possible now; empty when it is. */
    public Optional<Rejection> refuses(Action action, Instant now) {
        return refusesWhilePending()
                .or(() -> status().after(action, isAnyMarketLive()).isPresent()
                        ? Optional.empty()
                        : Optional.of(Rejection.conflict(
                                "launch-status",
                                "A launch that is " + status().words() + " can't be " + action.done())))
                .or(() -> action == Action.PUBLISH ? refusesPastDates(now) : Optional.empty());
    }

    /** The launch after an action that is possible. */
    public Launch after(Action action, @Nullable String reason, Instant now) {
        LaunchStatus next = status().after(action, isAnyMarketLive()).orElseThrow();
        return new Launch(
                id,
                revision + 1,
                planRevision,
                owner,
                plan,
                new Standing(next, reason, now),
                markets,
                pending,
                lastDecision);
    }

    /** The launch waiting for a decision. */
    public Launch asking(PendingDecision request) {
        return new Launch(id, revision + 1, planRevision, owner, plan, standing, markets, request, lastDecision);
    }

    /** The launch after its decision; from the first market that goes live on it is LIVE. */
    public Launch decided(DecisionMade decision) {
        Standing next = decision.go() && status() != LaunchStatus.LIVE
                ? new Standing(status().after(Action.GO, true).orElseThrow(), null, decision.decidedAt())
                : standing;
        List<MarketState> states = markets.stream()
                .map(state -> decision.regions().contains(state.region()) ? state.after(decision) : state)
                .toList();
        return new Launch(id, revision + 1, planRevision, owner, plan, next, states, null, decision);
    }

    /** Why nothing about the launch may be changed while a decision is pending; empty when none is. */
    public Optional<Rejection> refusesWhilePending() {
        return pending == null
                ? Optional.empty()
                : Optional.of(Rejection.conflict(
                        "decision-pending",
                        "A go-live decision on " + String.join(", ", pending.regions())
                                + " is being made; try again in a moment"));
    }

    private Optional<Rejection> refusesWhenOver() {
        return status().isOver()
                ? Optional.of(Rejection.conflict(
                        "launch-status", "A launch that is " + status().words() + " can't be revised"))
                : Optional.empty();
    }

    private Optional<Rejection> refusesToDropLiveMarkets(LaunchPlan next) {
        return markets.stream()
                .filter(state -> state.live() && next.market(state.region()).isEmpty())
                .findFirst()
                .map(state -> Rejection.conflict(
                        "market-live", state.region() + " is live and can't be dropped from the plan"));
    }

    private Optional<Rejection> refusesPastDates(Instant now) {
        return plan.markets().stream()
                .filter(market -> market.isPastAt(now))
                .findFirst()
                .map(market -> Rejection.conflict(
                        "go-live-date-past",
                        "The go-live date of " + market.region() + ", " + market.goLiveDate()
                                + ", is past; revise it first"));
    }

    private MarketState stateIn(LaunchPlan next, Market market, long nextRevision) {
        Optional<MarketState> before = state(market.region());
        boolean samePitch = next.hasSamePositioningAs(plan)
                && plan.market(market.region()).filter(market::hasSamePriceAs).isPresent();
        return before.map(state -> samePitch ? state : state.pitchedIn(nextRevision))
                .orElseGet(() -> new MarketState(market.region(), nextRevision, false, null));
    }

    private boolean isAnyMarketLive() {
        return markets.stream().anyMatch(MarketState::live);
    }
}
