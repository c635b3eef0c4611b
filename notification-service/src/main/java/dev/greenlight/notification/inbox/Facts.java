package dev.greenlight.notification.inbox;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.Commitment;
import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.Condition;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.DecisionMade;
import dev.greenlight.events.DecisionOutcome;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.Market;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.events.Severity;
import dev.greenlight.notification.recipient.GapFact;
import dev.greenlight.notification.recipient.LaunchFact;
import dev.greenlight.notification.recipient.ReadinessFact;
import dev.greenlight.notification.recipient.StaffFact;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the events what matters for who is told. Symbols that this version does not know are read as {@code UNKNOWN},
 * which concerns nobody.
 *
 * @see Topic
 */
final class Facts {
    private Facts() {}

    static LaunchFact of(LaunchPlanned event) {
        return new LaunchFact(
                event.getLaunchId(),
                event.getRevision(),
                event.getActor(),
                event.getOccurredAt(),
                event.getName(),
                event.getOwner(),
                LaunchFact.Status.valueOf(event.getStatus().name()),
                event.getStatusReason(),
                event.getStatusSince(),
                event.getActor(),
                false,
                event.getMarkets().stream().map(Facts::market).toList(),
                event.getPendingDecision() != null,
                decision(event.getLastDecision()));
    }

    private static LaunchFact.MarketPlan market(Market market) {
        return new LaunchFact.MarketPlan(
                market.getRegion(),
                market.getGoLiveDate(),
                ZoneId.of(market.getZone()),
                market.getLive(),
                market.getRequirements().stream()
                        .map(asked -> new LaunchFact.Asked(
                                asked.getId(), text(asked.getFte()), asked.getFrom(), asked.getTo()))
                        .toList());
    }

    private static LaunchFact.@Nullable Decision decision(@Nullable DecisionMade decision) {
        if (decision == null) {
            return null;
        }
        boolean go = decision.getOutcome() == DecisionOutcome.GO;
        return go || decision.getOutcome() == DecisionOutcome.NO_GO
                ? new LaunchFact.Decision(
                        decision.getId(),
                        go,
                        decision.getRequestedBy(),
                        decision.getDecidedAt(),
                        Set.copyOf(decision.getRegions()),
                        decision.getCause())
                : null;
    }

    static ReadinessFact of(LaunchReadinessChanged event) {
        return new ReadinessFact(
                event.getLaunchId(),
                event.getRegion(),
                event.getRevision(),
                event.getActor(),
                event.getOccurredAt(),
                event.getReady(),
                event.getLive(),
                event.getConditions().stream()
                        .filter(Facts::isRed)
                        .map(Facts::red)
                        .toList(),
                event.getConditions().stream()
                        .filter(condition -> condition.getStatus() == ConditionStatus.WAIVED)
                        .flatMap(condition -> waiver(condition).stream())
                        .toList(),
                event.getIncidents().stream()
                        .filter(incident -> incident.getResolvedAt() == null)
                        .map(incident ->
                                new ReadinessFact.Incident(incident.getId(), incident.getCause(), incident.getSince()))
                        .toList());
    }

    private static boolean isRed(Condition condition) {
        return condition.getStatus() == ConditionStatus.FAIL || condition.getStatus() == ConditionStatus.UNKNOWN;
    }

    private static ReadinessFact.Red red(Condition condition) {
        String cause = condition.getCause();
        return new ReadinessFact.Red(
                condition.getId(),
                ReadinessFact.Kind.valueOf(condition.getKind().name()),
                cause == null ? condition.getId() + " is not met" : cause,
                condition.getOwner());
    }

    /** Who waived and which waiver it is stands in the evidence; without it nobody could be told properly. */
    private static Optional<ReadinessFact.Waiver> waiver(Condition condition) {
        String id = condition.getEvidence().get("waiver");
        String approver = condition.getEvidence().get("approver");
        if (id == null || approver == null) {
            return Optional.empty();
        }
        String cause = condition.getCause();
        return Optional.of(new ReadinessFact.Waiver(
                id,
                condition.getId(),
                approver,
                cause == null ? "waived by " + approver : cause,
                condition.getSince()));
    }

    static StaffFact of(SalesResourced event) {
        return new StaffFact(
                event.getLaunchId(),
                event.getRegion(),
                event.getRevision(),
                event.getActor(),
                event.getOccurredAt(),
                event.getCommitments().stream()
                        .flatMap(commitment -> refusal(commitment).stream())
                        .toList());
    }

    private static List<StaffFact.Refusal> refusal(Commitment commitment) {
        StaffFact.Kind kind;
        if (commitment.getStatus() == CommitmentStatus.DECLINED) {
            kind = StaffFact.Kind.DECLINED;
        } else if (commitment.getStatus() == CommitmentStatus.WITHDRAWN) {
            kind = StaffFact.Kind.WITHDRAWN;
        } else {
            return List.of();
        }
        StaffFact.Counter counter = commitment.getCounter() == null
                ? null
                : new StaffFact.Counter(
                        text(commitment.getCounter().getFte()),
                        commitment.getCounter().getFrom(),
                        commitment.getCounter().getTo());
        return List.of(new StaffFact.Refusal(
                kind,
                commitment.getRequirementId(),
                commitment.getTeam(),
                text(commitment.getFte()),
                commitment.getBy(),
                commitment.getAt(),
                commitment.getReason(),
                counter));
    }

    /** 1.5000 is written 1.5. */
    private static String text(BigDecimal fte) {
        return fte.signum() == 0 ? "0" : fte.stripTrailingZeros().toPlainString();
    }

    static GapFact of(FeatureGapReviewed event) {
        return new GapFact(
                event.getGapId(),
                event.getLaunchId(),
                event.getRevision(),
                event.getActor(),
                event.getOccurredAt(),
                event.getFeature(),
                event.getSeverity() == Severity.BLOCKER,
                GapFact.Status.valueOf(event.getStatus().name()),
                event.getReason(),
                event.getTargetDate(),
                event.getMergedInto(),
                Set.copyOf(event.getRegions()),
                Set.copyOf(event.getReporters()),
                event.getBreadth(),
                event.getReopened());
    }
}
