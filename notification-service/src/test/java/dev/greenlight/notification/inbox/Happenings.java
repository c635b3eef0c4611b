package dev.greenlight.notification.inbox;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.Condition;
import dev.greenlight.events.ConditionKind;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.DecisionMade;
import dev.greenlight.events.DecisionOutcome;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.GapStatus;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.events.Severity;
import dev.greenlight.testing.EventLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services publish about one launch of Maya's, in Central and East, that may go live now. */
final class Happenings {
    final UUID launch = UUID.randomUUID();
    final UUID gap = UUID.randomUUID();
    private final EventLog log = EventLog.shared();

    LaunchPlanned plan(long revision, LaunchStatus status, String actor) {
        return plan(revision, status, actor, null);
    }

    LaunchPlanned plan(long revision, LaunchStatus status, String actor, @Nullable DecisionMade decision) {
        return LaunchPlanned.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setActor(actor)
                .setRevision(revision)
                .setLaunchId(launch)
                .setPlanRevision(1)
                .setProduct("GTK 500")
                .setName("GTK 500 日本 <script>")
                .setOwner("maya")
                .setStatus(status)
                .setStatusReason(status == LaunchStatus.ON_HOLD ? "the supplier is late" : null)
                .setStatusSince(now())
                .setMarkets(List.of(market("Central"), market("East")))
                .setLastDecision(decision)
                .build();
    }

    private static Market market(String region) {
        return Market.newBuilder()
                .setRegion(region)
                .setGoLiveDate(LocalDate.parse("2026-01-01"))
                .setZone("America/Chicago")
                .setRequirements(List.of())
                .setQuotas(List.of())
                .setPitchRevision(1)
                .build();
    }

    LaunchReadinessChanged red(long revision, String region, String cause) {
        return readiness(
                revision,
                region,
                false,
                List.of(Condition.newBuilder()
                        .setId("capacity:ae")
                        .setKind(ConditionKind.CAPACITY)
                        .setStatus(ConditionStatus.FAIL)
                        .setCause(cause)
                        .setOwner("sales-manager:" + region)
                        .setSince(now())
                        .setEvidence(Map.of())
                        .build()));
    }

    LaunchReadinessChanged waived(long revision, String region, String approver, String cause) {
        return readiness(
                revision,
                region,
                true,
                List.of(Condition.newBuilder()
                        .setId("capacity:ae")
                        .setKind(ConditionKind.CAPACITY)
                        .setStatus(ConditionStatus.WAIVED)
                        .setCause(cause)
                        .setOwner("sales-manager:" + region)
                        .setSince(now())
                        .setEvidence(Map.of("waiver", UUID.randomUUID().toString(), "approver", approver))
                        .build()));
    }

    LaunchReadinessChanged ready(long revision, String region) {
        return readiness(revision, region, true, List.of());
    }

    private LaunchReadinessChanged readiness(long revision, String region, boolean ready, List<Condition> conditions) {
        return LaunchReadinessChanged.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setActor("maya")
                .setRevision(revision)
                .setLaunchId(launch)
                .setRegion(region)
                .setPlanRevision(1)
                .setSalesRevision(1)
                .setReady(ready)
                .setLive(false)
                .setConditions(conditions)
                .setIncidents(List.of())
                .build();
    }

    FeatureGapReviewed gap(long revision, GapStatus status) {
        return FeatureGapReviewed.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now())
                .setActor(status == GapStatus.NEW ? "fay" : "pia")
                .setRevision(revision)
                .setGapId(gap)
                .setLaunchId(launch)
                .setFeature("Offline mode")
                .setSeverity(Severity.BLOCKER)
                .setStatus(status)
                .setReason(status == GapStatus.WORKAROUND ? "use the cache" : null)
                .setRegions(List.of("Central"))
                .setReporters(List.of("fay"))
                .setBreadth(2)
                .setRevenueAtRisk(List.of())
                .build();
    }

    DecisionMade noGo(String region) {
        return DecisionMade.newBuilder()
                .setId(UUID.randomUUID())
                .setOutcome(DecisionOutcome.NO_GO)
                .setRequestedBy("maya")
                .setRequestedAt(now())
                .setDecidedAt(now())
                .setRegions(List.of(region))
                .setCause(region + ": 0 of 2.5 FTE committed on 2027-03-01 (capacity:ae)")
                .setPlanRevision(1)
                .build();
    }

    void publish(LaunchPlanned event) {
        log.publish(Topic.LAUNCH_PLANNED, launch.toString(), event);
    }

    void publish(LaunchReadinessChanged event) {
        log.publish(Topic.LAUNCH_READINESS, launch.toString(), event);
    }

    void publish(FeatureGapReviewed event) {
        log.publish(Topic.FEATURE_GAP_REVIEWED, gap.toString(), event);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
