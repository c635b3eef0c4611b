package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.launch.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first key: marketing asks to go live. The decision itself falls when sales has turned the second one. */
@Service
public class GoLive {
    private final Launches launches;
    private final LaunchLedger ledger;
    private final DecisionRepository decisions;
    private final FactsListener facts;
    private final DecisionArrivals arrivals;
    private final EventIds ids;
    private final DecisionProperties limits;

    GoLive(
            Launches launches,
            LaunchLedger ledger,
            DecisionRepository decisions,
            FactsListener facts,
            DecisionArrivals arrivals,
            EventIds ids,
            DecisionProperties limits) {
        this.launches = launches;
        this.ledger = ledger;
        this.decisions = decisions;
        this.facts = facts;
        this.arrivals = arrivals;
        this.ids = ids;
        this.limits = limits;
    }

    /**
     * Records a request and publishes it, which asks sales for its key.
     *
     * @param regions null for all that are not live yet
     * @throws dev.greenlight.kit.problem.RejectedException when the caller's view is stale, or a rule refuses
     */
    @Transactional
    public Decision ask(UUID launchId, @Nullable List<String> regions, IfMatch seen, Caller caller) {
        Launch launch = launches.locked(launchId, seen, caller);
        Instant now = ledger.now();
        List<String> wanted = regions == null
                ? GoLiveRule.allOf(launch)
                : regions.stream().distinct().toList();
        Refusal.endsCall(GoLiveRule.firstRefusal(launch, wanted, now));
        Duration timeout = limits.timeout();
        PendingDecision pending = new PendingDecision(ids.next(), caller.id(), now, now.plus(timeout), wanted);
        decisions.insert(launchId, pending, launch.planRevision());
        Launch asking = launch.asking(pending);
        ledger.enter(
                asking,
                caller.id(),
                now,
                HistoryEntry.Type.DECISION,
                "Asked to go live in " + String.join(", ", wanted));
        // Who asks is a fact too: their own waivers count no more.
        facts.factsChanged(List.of(asking), SecondKey.markets(asking, pending), Map.of(launchId, caller.id()), now);
        return find(launchId, pending.id());
    }

    /** The decision, once it has fallen; still pending when that takes longer than a call should wait. */
    public Decision await(UUID launchId, UUID decisionId) {
        arrivals.await(
                decisionId, limits.patience(), () -> find(launchId, decisionId).outcome() != Decision.Outcome.PENDING);
        return find(launchId, decisionId);
    }

    private Decision find(UUID launchId, UUID decisionId) {
        return decisions.find(launchId, decisionId).orElseThrow();
    }
}
