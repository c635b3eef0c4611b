package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.signal.Signals;
import dev.greenlight.launchservice.decision.Decision.DecidedMarket;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.readiness.ConditionDocument;
import dev.greenlight.launchservice.readiness.FactsDocument;
import dev.greenlight.launchservice.readiness.JudgedMarket;
import dev.greenlight.launchservice.readiness.Readiness;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the conclusions from changed facts: judges the markets anew, and makes those decisions for which sales has turned its
 * key. All of it happens in the transaction that changes the facts, with the launches locked, so that a decision and the facts
 * that it was made on can't come apart.
 */
@Component
public class GateKeeper implements FactsListener {
    private static final int OVERDUE_AT_ONCE = 50;

    private final Readiness readiness;
    private final FieldReportRepository reports;
    private final DecisionRepository decisions;
    private final LaunchRepository launches;
    private final LaunchLedger ledger;
    private final Signals signals;

    GateKeeper(
            Readiness readiness,
            FieldReportRepository reports,
            DecisionRepository decisions,
            LaunchRepository launches,
            LaunchLedger ledger,
            Signals signals) {
        this.readiness = readiness;
        this.reports = reports;
        this.decisions = decisions;
        this.launches = launches;
        this.ledger = ledger;
        this.signals = signals;
    }

    @Override
    public void factsChanged(
            Collection<Launch> locked, Collection<MarketKey> markets, Map<UUID, String> actors, Instant at) {
        List<Launch> waiting =
                locked.stream().filter(launch -> launch.pending() != null).toList();
        Set<MarketKey> concerned = new HashSet<>(markets);
        waiting.forEach(launch -> concerned.addAll(decisionMarkets(launch)));
        Map<MarketKey, JudgedMarket> judged = readiness.refresh(locked, concerned, actors, at);
        decideWhereTheKeyIsTurned(waiting, judged, actors, at);
    }

    /**
     * Ends decisions that sales did not answer in time.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean giveUpOverdue() {
        Instant now = ledger.now();
        List<Launch> overdue = launches.lockOverdue(now, OVERDUE_AT_ONCE);
        for (Launch launch : overdue) {
            PendingDecision pending = pending(launch);
            Map<UUID, String> actors = Map.of(launch.id(), GREENLIGHT);
            Map<MarketKey, JudgedMarket> judged =
                    readiness.refresh(List.of(launch), decisionMarkets(launch), actors, now);
            long waited =
                    pending.deadline().getEpochSecond() - pending.requestedAt().getEpochSecond();
            conclude(
                    launch,
                    pending.made(false, "Sales did not answer within " + waited + " s", now, launch.planRevision()),
                    marketsOf(launch, judged),
                    actors);
        }
        return overdue.size() == OVERDUE_AT_ONCE;
    }

    private void decideWhereTheKeyIsTurned(
            List<Launch> waiting, Map<MarketKey, JudgedMarket> judged, Map<UUID, String> actors, Instant at) {
        if (waiting.isEmpty()) {
            return;
        }
        // The key is looked for in the very snapshots that were judged.
        Map<MarketKey, SalesSnapshot> snapshots = new HashMap<>();
        judged.forEach((key, market) -> market.facts().staff().ifPresent(staff -> snapshots.put(key, staff)));
        Map<UUID, ReportCounts> counts =
                reports.counts(waiting.stream().map(Launch::id).toList());
        for (Launch launch : waiting) {
            PendingDecision pending = pending(launch);
            if (SecondKey.isTurned(launch, pending, snapshots, counts.getOrDefault(launch.id(), ReportCounts.NONE))) {
                List<JudgedMarket> decided = marketsOf(launch, judged);
                Verdict verdict =
                        Verdict.on(decided.stream().map(JudgedMarket::readiness).toList());
                DecisionMade made = pending.made(verdict.go(), verdict.cause(), at, launch.planRevision());
                conclude(launch, made, decided, actors);
            }
        }
    }

    private void conclude(Launch launch, DecisionMade made, List<JudgedMarket> markets, Map<UUID, String> actors) {
        decisions.decide(made, markets.stream().map(GateKeeper::decided).toList());
        decisions.keepFacts(
                made.id(),
                markets.stream().map(it -> FactsDocument.of(it.facts())).toList());
        Launch decided = launch.decided(made);
        String actor = actors.getOrDefault(launch.id(), GREENLIGHT);
        ledger.enter(decided, actor, made.decidedAt(), HistoryEntry.Type.DECISION, sentence(made));
        readiness.refresh(List.of(decided), decisionMarkets(launch), actors, made.decidedAt());
        signals.send(DecisionArrivals.CHANNEL, made.id().toString());
    }

    private static List<JudgedMarket> marketsOf(Launch launch, Map<MarketKey, JudgedMarket> judged) {
        List<JudgedMarket> markets = new ArrayList<>();
        for (MarketKey market : decisionMarkets(launch)) {
            markets.add(Optional.ofNullable(judged.get(market)).orElseThrow());
        }
        return markets;
    }

    private static DecidedMarket decided(JudgedMarket market) {
        return new DecidedMarket(
                market.readiness().market().region(),
                market.readiness().ready(),
                market.facts().staff().map(SalesSnapshot::revision).orElse(0L),
                market.readiness().conditions().stream()
                        .map(ConditionDocument::of)
                        .toList());
    }

    private static String sentence(DecisionMade made) {
        String regions = String.join(", ", made.regions());
        return made.go() ? "GO for " + regions : "NO_GO for " + regions + ": " + made.cause();
    }

    private static List<MarketKey> decisionMarkets(Launch launch) {
        return SecondKey.markets(launch, pending(launch));
    }

    private static PendingDecision pending(Launch launch) {
        return Optional.ofNullable(launch.pending()).orElseThrow();
    }
}
