package dev.greenlight.sales.fieldreport;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.Money;
import dev.greenlight.events.Opportunity;
import dev.greenlight.events.Severity;
import dev.greenlight.events.Verdict;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.sales.launch.Cause;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Publishes reports; their rows are locked, or new, in the caller's transaction. */
@Component
class ReportEvents {
    private final Outbox outbox;
    private final EventIds ids;
    private final Clock clock;

    ReportEvents(Outbox outbox, EventIds ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    void publish(Collection<FieldReport> reports, Function<FieldReport, Cause> causes) {
        outbox.publish(reports.stream()
                .map(report -> new OutgoingEvent(
                        Topic.FEATURE_GAP, report.id().toString(), event(report, causes.apply(report))))
                .toList());
    }

    private FeatureGapReported event(FieldReport report, Cause cause) {
        return FeatureGapReported.newBuilder()
                .setEventId(ids.next())
                .setOccurredAt(clock.instant())
                .setActor(cause.actor())
                .setRevision(report.revision())
                .setTraceparent(cause.traceparent())
                .setReportId(report.id())
                .setLaunchId(report.market().launchId())
                .setRegion(report.market().region())
                .setSegment(report.segment())
                .setAccount(report.account())
                .setReporter(report.reporter())
                .setReportedAt(report.reportedAt())
                .setPlanRevision(report.planRevision())
                .setVerdict(Verdict.valueOf(report.verdict().name()))
                .setText(report.text())
                .setGaps(report.gaps().stream()
                        .map(gap -> new dev.greenlight.events.MissingFeature(
                                gap.feature(), Severity.valueOf(gap.severity().name())))
                        .toList())
                .setOpportunities(report.opportunities().stream()
                        .map(named -> new Opportunity(
                                named.id(),
                                named.product(),
                                new Money(named.value().amount(), named.value().currency()),
                                named.estimated(),
                                named.open()))
                        .toList())
                .setStatus(dev.greenlight.events.ReportStatus.valueOf(
                        report.status().name()))
                .setStatusReason(report.statusReason())
                .setSupersedes(report.supersedes())
                .build();
    }
}
