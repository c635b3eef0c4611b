package dev.greenlight.launchservice.readiness;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.ConditionKind;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.LaunchEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the world how ready markets are. */
@Component
final class ReadinessEvents {
    private final Outbox outbox;
    private final EventIds ids;

    ReadinessEvents(Outbox outbox, EventIds ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void publish(List<MarketReadiness> changed, Map<UUID, String> actors, Instant at) {
        outbox.publish(changed.stream()
                .filter(MarketReadiness::published)
                .map(it -> new OutgoingEvent(
                        Topic.LAUNCH_READINESS,
                        it.market().launchId().toString(),
                        event(it, actors.getOrDefault(it.market().launchId(), FactsListener.GREENLIGHT), at)))
                .toList());
    }

    private LaunchReadinessChanged event(MarketReadiness readiness, String actor, Instant at) {
        return LaunchReadinessChanged.newBuilder()
                .setEventId(ids.next())
                .setOccurredAt(at)
                .setActor(actor)
                .setRevision(readiness.revision())
                .setTraceparent(Traceparent.current())
                .setLaunchId(readiness.market().launchId())
                .setRegion(readiness.market().region())
                .setPlanRevision(readiness.planRevision())
                .setSalesRevision(readiness.salesRevision())
                .setReady(readiness.ready())
                .setLive(readiness.live())
                .setConditions(readiness.conditions().stream()
                        .map(ReadinessEvents::event)
                        .toList())
                .setLastDecision(LaunchEvents.event(readiness.lastDecision()))
                .setIncidents(readiness.incidents().stream()
                        .map(incident -> new dev.greenlight.events.Incident(
                                incident.id(), incident.cause(), incident.since(), incident.resolvedAt()))
                        .toList())
                .build();
    }

    private static dev.greenlight.events.Condition event(StandingCondition standing) {
        Condition condition = standing.condition();
        return dev.greenlight.events.Condition.newBuilder()
                .setId(condition.id())
                .setKind(ConditionKind.valueOf(condition.kind().name()))
                .setStatus(ConditionStatus.valueOf(condition.status().name()))
                .setCause(condition.cause())
                .setOwner(condition.owner())
                .setSince(standing.since())
                .setEvidence(condition.evidence().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().toString())))
                .build();
    }
}
