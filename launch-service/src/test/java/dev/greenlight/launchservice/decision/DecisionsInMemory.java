package dev.greenlight.launchservice.decision;

import dev.greenlight.launchservice.decision.Decision.DecidedMarket;
import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.launchservice.readiness.FactsDocument;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions in memory. */
public final class DecisionsInMemory extends DecisionRepository {
    private final MemoryTable<UUID, OfLaunch> decisions;
    private final MemoryTable<UUID, List<FactsDocument>> facts;

    /** No decisions yet. */
    public DecisionsInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        decisions = new MemoryTable<>(database);
        facts = new MemoryTable<>(database);
    }

    /** A decision with the launch that it is about. */
    public record OfLaunch(UUID launchId, Decision decision) {}

    /** The facts that a decision was made on, by region. */
    public Map<String, FactsDocument> factsOf(UUID decisionId) {
        return facts(decisionId);
    }

    /** All decisions, the pending ones too. */
    public Collection<OfLaunch> all() {
        return decisions.rows();
    }

    @Override
    void insert(UUID launchId, PendingDecision pending, long planRevision) {
        if (decisions.rows().stream().anyMatch(it -> it.launchId().equals(launchId) && isPending(it.decision()))) {
            throw new IllegalStateException("A second decision is pending on " + launchId);
        }
        decisions.put(
                pending.id(),
                new OfLaunch(
                        launchId,
                        new Decision(
                                pending.id(),
                                Outcome.PENDING,
                                null,
                                pending.requestedBy(),
                                pending.requestedAt(),
                                null,
                                planRevision,
                                pending.regions().stream()
                                        .map(DecidedMarket::undecided)
                                        .toList())));
    }

    @Override
    void decide(DecisionMade made, List<DecidedMarket> markets) {
        OfLaunch pending = decisions
                .get(made.id())
                .filter(it -> isPending(it.decision()))
                .orElseThrow(() -> new IllegalStateException("Decision " + made.id() + " is not pending"));
        decisions.put(
                made.id(),
                new OfLaunch(
                        pending.launchId(),
                        new Decision(
                                made.id(),
                                made.go() ? Outcome.GO : Outcome.NO_GO,
                                made.cause(),
                                made.requestedBy(),
                                made.requestedAt(),
                                made.decidedAt(),
                                made.planRevision(),
                                markets)));
    }

    @Override
    void keepFacts(UUID decisionId, List<FactsDocument> judged) {
        facts.put(decisionId, judged);
    }

    @Override
    Map<String, FactsDocument> facts(UUID decisionId) {
        return facts.get(decisionId).orElse(List.of()).stream()
                .collect(Collectors.toMap(FactsDocument::region, Function.identity()));
    }

    @Override
    Optional<Decision> find(UUID launchId, UUID id) {
        return decisions.get(id).filter(it -> it.launchId().equals(launchId)).map(OfLaunch::decision);
    }

    @Override
    List<Decision> of(UUID launchId, @Nullable UUID after, int limit) {
        return decisions.rows().stream()
                .filter(it -> it.launchId().equals(launchId))
                .map(OfLaunch::decision)
                .toList();
    }

    private static boolean isPending(Decision decision) {
        return decision.outcome() == Outcome.PENDING;
    }
}
