package dev.greenlight.sales.commitment;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.Absence;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.Outbox;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.ReportCounts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what sales has committed to markets. The markets' rows are locked by the caller, whose transaction this joins. */
@Component
public class MarketAnswers {
    private final LaunchRepository launches;
    private final CommitmentRepository commitments;
    private final Outbox outbox;
    private final EventIds ids;
    private final Clock clock;

    MarketAnswers(
            LaunchRepository launches, CommitmentRepository commitments, Outbox outbox, EventIds ids, Clock clock) {
        this.launches = launches;
        this.commitments = commitments;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives each of these markets its next snapshot, with the commitments as they are stored, and publishes it. */
    public void publish(Map<UUID, Launch> launchesById, Collection<Market> markets, Cause cause) {
        Map<MarketKey, List<Commitment>> byMarket =
                commitments.ofMarkets(markets.stream().map(Market::key).toList()).stream()
                        .collect(Collectors.groupingBy(
                                commitment -> commitment.key().market()));
        List<MarketAnswer> answers = markets.stream()
                .map(market -> new MarketAnswer(
                                launchOf(market, launchesById), market, byMarket.getOrDefault(market.key(), List.of()))
                        .next())
                .toList();
        launches.saveAnswered(answers.stream().map(MarketAnswer::market).toList());
        publishStored(answers, launch -> cause);
    }

    /** Publishes snapshots that are stored already. */
    public void publishStored(Collection<MarketAnswer> answers, Function<Launch, Cause> causes) {
        Map<UUID, ReportCounts> reports = launches.reportCounts(answers.stream()
                .map(MarketAnswer::launch)
                .filter(Launch::isFrozen)
                .map(Launch::id)
                .collect(Collectors.toSet()));
        outbox.publish(answers.stream()
                .map(answer -> new OutgoingEvent(
                        Topic.SALES_RESOURCED,
                        answer.launch().id().toString(),
                        event(
                                answer,
                                causes.apply(answer.launch()),
                                reports.get(answer.launch().id()))))
                .toList());
    }

    private static Launch launchOf(Market market, Map<UUID, Launch> launchesById) {
        Launch launch = launchesById.get(market.launchId());
        if (launch == null) {
            throw new IllegalStateException("A market's launch is not known: " + market.launchId());
        }
        return launch;
    }

    /** With the counts of the whole launch, which stand still during a freeze, it is a second key. */
    private SalesResourced event(MarketAnswer answer, Cause cause, @Nullable ReportCounts launchReports) {
        return SalesResourced.newBuilder()
                .setEventId(ids.next())
                .setOccurredAt(clock.instant())
                .setActor(cause.actor())
                .setRevision(answer.market().revision())
                .setTraceparent(cause.traceparent())
                .setLaunchId(answer.launch().id())
                .setRegion(answer.market().plan().region())
                .setPlanRevision(answer.launch().planRevision())
                .setLaunchRevision(answer.launch().revision())
                .setDecisionId(answer.launch().pendingDecision())
                .setCommitments(answer.commitments().stream()
                        .map(MarketAnswers::commitment)
                        .toList())
                .setReportsFiled(answer.market().reportsFiled())
                .setReportsEnded(answer.market().reportsEnded())
                .setLaunchReportsFiled(launchReports == null ? null : launchReports.filed())
                .setLaunchReportsEnded(launchReports == null ? null : launchReports.ended())
                .build();
    }

    private static dev.greenlight.events.Commitment commitment(Commitment commitment) {
        return dev.greenlight.events.Commitment.newBuilder()
                .setRequirementId(commitment.key().requirementId())
                .setTeam(commitment.key().team())
                .setStatus(dev.greenlight.events.CommitmentStatus.valueOf(
                        commitment.status().name()))
                .setFte(commitment.fte().scaled())
                .setFrom(commitment.window().from())
                .setTo(commitment.window().to())
                .setReps(commitment.reps().stream()
                        .map(rep -> new dev.greenlight.events.CommittedRep(
                                rep.id(), rep.fte().scaled()))
                        .toList())
                .setAbsences(commitment.absences().entrySet().stream()
                        .map(absence ->
                                new Absence(absence.getKey(), absence.getValue().scaled()))
                        .toList())
                .setPlanRevision(commitment.planRevision())
                .setBy(commitment.by())
                .setAt(commitment.at())
                .setReason(commitment.reason())
                .setCounter(counter(commitment.counter()))
                .setWarnings(commitment.warnings())
                .setWithdrawalPending(commitment.pendingWithdrawal() != null)
                .setAnsweredFrom(commitment.answered().from())
                .setAnsweredTo(commitment.answered().to())
                .build();
    }

    private static dev.greenlight.events.@Nullable CounterOffer counter(@Nullable CounterOffer counter) {
        return counter == null
                ? null
                : new dev.greenlight.events.CounterOffer(
                        counter.fte().scaled(),
                        counter.window().from(),
                        counter.window().to());
    }
}
