package dev.greenlight.launchservice.gap;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.kit.trace.Traceparent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells the world of gaps and of what product decided. */
@Component
final class GapEvents {
    private final Outbox outbox;
    private final EventIds ids;

    GapEvents(Outbox outbox, EventIds ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void publish(List<Gap> gaps, Function<Gap, String> actor, Instant at) {
        outbox.publish(gaps.stream()
                .map(gap -> new OutgoingEvent(
                        Topic.FEATURE_GAP_REVIEWED, gap.id().toString(), event(gap, actor.apply(gap), at)))
                .toList());
    }

    private FeatureGapReviewed event(Gap gap, String actor, Instant at) {
        return FeatureGapReviewed.newBuilder()
                .setEventId(ids.next())
                .setOccurredAt(at)
                .setActor(actor)
                .setRevision(gap.revision())
                .setTraceparent(Traceparent.current())
                .setGapId(gap.id())
                .setLaunchId(gap.key().launchId())
                .setFeature(gap.feature())
                .setSeverity(
                        dev.greenlight.events.Severity.valueOf(gap.severity().name()))
                .setStatus(dev.greenlight.events.GapStatus.valueOf(gap.status().name()))
                .setReason(gap.reason())
                .setTargetDate(gap.targetDate())
                .setMergedInto(gap.mergedInto().orElse(null))
                .setRegions(gap.regions())
                .setReporters(gap.reporters())
                .setBreadth(gap.breadth())
                .setRevenueAtRisk(gap.revenueAtRisk().stream()
                        .map(risk -> new dev.greenlight.events.RevenueAtRisk(
                                risk.amount(), risk.currency(), risk.opportunities(), risk.estimated()))
                        .toList())
                .setReopened(gap.reopened())
                .build();
    }
}
