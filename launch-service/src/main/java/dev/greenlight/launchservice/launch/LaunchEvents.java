package dev.greenlight.launchservice.launch;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.DecisionOutcome;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.kit.trace.Traceparent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the world of launches. */
@Component
public final class LaunchEvents {
    private final Outbox outbox;
    private final EventIds ids;

    LaunchEvents(Outbox outbox, EventIds ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void publish(Launch launch, String actor, Instant at) {
        LaunchPlan plan = launch.plan();
        outbox.publish(new OutgoingEvent(
                Topic.LAUNCH_PLANNED,
                launch.id().toString(),
                LaunchPlanned.newBuilder()
                        .setEventId(ids.next())
                        .setOccurredAt(at)
                        .setActor(actor)
                        .setRevision(launch.revision())
                        .setTraceparent(Traceparent.current())
                        .setLaunchId(launch.id())
                        .setPlanRevision(launch.planRevision())
                        .setProduct(plan.product())
                        .setName(plan.name())
                        .setDescription(plan.description())
                        .setPositioning(plan.positioning())
                        .setTier(plan.tier())
                        .setOwner(launch.owner())
                        .setBudget(event(plan.budget()))
                        .setStatus(dev.greenlight.events.LaunchStatus.valueOf(
                                launch.status().name()))
                        .setStatusReason(launch.standing().reason())
                        .setStatusSince(launch.standing().since())
                        .setMarkets(plan.markets().stream()
                                .map(market -> event(market, launch))
                                .toList())
                        .setPendingDecision(event(launch.pending()))
                        .setLastDecision(event(launch.lastDecision()))
                        .build()));
    }

    /** A decision as events carry it; null for null. */
    public static dev.greenlight.events.@Nullable DecisionMade event(@Nullable DecisionMade decision) {
        return decision == null
                ? null
                : dev.greenlight.events.DecisionMade.newBuilder()
                        .setId(decision.id())
                        .setOutcome(decision.go() ? DecisionOutcome.GO : DecisionOutcome.NO_GO)
                        .setRequestedBy(decision.requestedBy())
                        .setRequestedAt(decision.requestedAt())
                        .setDecidedAt(decision.decidedAt())
                        .setRegions(decision.regions())
                        .setCause(decision.cause())
                        .setPlanRevision(decision.planRevision())
                        .build();
    }

    private static dev.greenlight.events.@Nullable PendingDecision event(@Nullable PendingDecision pending) {
        return pending == null
                ? null
                : dev.greenlight.events.PendingDecision.newBuilder()
                        .setId(pending.id())
                        .setRequestedBy(pending.requestedBy())
                        .setRequestedAt(pending.requestedAt())
                        .setRegions(pending.regions())
                        .build();
    }

    private static dev.greenlight.events.Market event(Market market, Launch launch) {
        MarketState state = launch.state(market.region()).orElseThrow();
        return dev.greenlight.events.Market.newBuilder()
                .setRegion(market.region())
                .setGoLiveDate(market.goLiveDate())
                .setZone(market.zone().getId())
                .setPrice(event(market.price()))
                .setRequirements(
                        market.requirements().stream().map(LaunchEvents::event).toList())
                .setQuotas(market.quotas().stream()
                        .map(quota -> dev.greenlight.events.Quota.newBuilder()
                                .setSegment(quota.segment())
                                .setMinReports(quota.minReports())
                                .build())
                        .toList())
                .setPitchRevision(state.pitchRevision())
                .setLive(state.live())
                .build();
    }

    private static dev.greenlight.events.Requirement event(Requirement requirement) {
        return dev.greenlight.events.Requirement.newBuilder()
                .setId(requirement.id())
                .setRole(requirement.role())
                .setFte(requirement.fte().scaled())
                .setFrom(requirement.window().from())
                .setTo(requirement.window().to())
                .build();
    }

    private static dev.greenlight.events.@Nullable Money event(@Nullable Money money) {
        return money == null ? null : new dev.greenlight.events.Money(money.amount(), money.currency());
    }
}
