package dev.greenlight.launchservice;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.Commitment;
import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.MissingFeature;
import dev.greenlight.events.Opportunity;
import dev.greenlight.events.ReportStatus;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.events.Severity;
import dev.greenlight.events.Verdict;
import dev.greenlight.testing.EventLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes what the sales service would, on the real topics. */
final class SalesStandIn {
    private final EventLog log = EventLog.shared();
    private final UUID launchId;

    SalesStandIn(UUID launchId) {
        this.launchId = launchId;
    }

    SalesResourced.Builder snapshot(String region, long revision, long planRevision) {
        return SalesResourced.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setActor("sam")
                .setRevision(revision)
                .setLaunchId(launchId)
                .setRegion(region)
                .setPlanRevision(planRevision)
                .setLaunchRevision(planRevision)
                .setCommitments(List.of())
                .setReportsFiled(0)
                .setReportsEnded(0)
                .setLaunchReportsFiled(0L)
                .setLaunchReportsEnded(0L);
    }

    void publish(SalesResourced.Builder snapshot) {
        log.publish(Topic.SALES_RESOURCED, launchId.toString(), snapshot.build());
    }

    static Commitment commitment(String requirement, String fte, LocalDate from, LocalDate to) {
        return Commitment.newBuilder()
                .setRequirementId(requirement)
                .setTeam("dustin-brinkmann")
                .setStatus(CommitmentStatus.CONFIRMED)
                .setFte(new BigDecimal(fte).setScale(4))
                .setFrom(from)
                .setTo(to)
                .setReps(List.of())
                .setAbsences(List.of())
                .setPlanRevision(1)
                .setBy("sam")
                .setAt(now())
                .setWarnings(List.of())
                .build();
    }

    FeatureGapReported.Builder report(String region, String account, String reporter) {
        return FeatureGapReported.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setActor(reporter)
                .setRevision(1)
                .setReportId(UUID.randomUUID())
                .setLaunchId(launchId)
                .setRegion(region)
                .setSegment("retail")
                .setAccount(account)
                .setReporter(reporter)
                .setReportedAt(now())
                .setPlanRevision(1)
                .setVerdict(Verdict.NO_GAP)
                .setGaps(List.of())
                .setOpportunities(List.of())
                .setStatus(ReportStatus.STANDING);
    }

    FeatureGapReported.Builder blocker(
            String region, String account, String reporter, String feature, Opportunity... opportunities) {
        return report(region, account, reporter)
                .setVerdict(Verdict.NOT_SELLABLE)
                .setGaps(List.of(new MissingFeature(feature, Severity.MINOR)))
                .setOpportunities(List.of(opportunities));
    }

    void publish(FeatureGapReported.Builder report) {
        FeatureGapReported event = report.build();
        log.publish(Topic.FEATURE_GAP, event.getReportId().toString(), event);
    }

    static Opportunity opportunity(String id, long amount, boolean open) {
        return new Opportunity(id, "GTK 500", new dev.greenlight.events.Money(amount, "USD"), false, open);
    }

    /** Everything that market needs: staff, two accounts by two reporters, and the key to a decision if there is one. */
    void commitAll(String region, long revision, long planRevision, @Nullable UUID decisionId, long reports) {
        LocalDate from = LaunchServiceIT.today();
        publish(snapshot(region, revision, planRevision)
                .setDecisionId(decisionId)
                .setCommitments(List.of(commitment("ae", "2.5", from, from.plusDays(60))))
                .setLaunchReportsFiled(reports));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
