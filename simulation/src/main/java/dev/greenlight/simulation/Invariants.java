package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.transition.Transition;
import dev.greenlight.kit.transition.TransitionTable;
import dev.greenlight.launchservice.LaunchServiceInMemory;
import dev.greenlight.launchservice.decision.Decision;
import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.decision.DecisionsInMemory;
import dev.greenlight.launchservice.gap.GapStatus;
import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.readiness.Condition;
import dev.greenlight.launchservice.readiness.FactsDocument;
import dev.greenlight.launchservice.readiness.Gate;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.StandingCondition;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentKey;
import dev.greenlight.sales.commitment.CommitmentStatus;
import dev.greenlight.sales.fieldreport.FieldReport;
import dev.greenlight.sales.launch.Market;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the invariants: some after every step, some when everything has come to rest. */
final class Invariants {
    private final World world;
    private final Truth truth;
    private final Map<UUID, Decision> decided = new HashMap<>();
    private final Map<UUID, Launch> launchesSeen = new HashMap<>();
    private final Map<UUID, UUID> freezes = new HashMap<>();
    private final Watched<UUID, LaunchStatus> launchStates = new Watched<>("launch");
    private final Watched<UUID, Outcome> decisionStates = new Watched<>("decision");
    private final Watched<UUID, GapStatus> gapStates = new Watched<>("gap");
    private final Watched<CommitmentKey, CommitmentStatus> commitmentStates = new Watched<>("commitment");

    private Instant latestClock = VirtualTime.BEGINNING;
    private long launchChangesSeen;
    private long salesChangesSeen;

    Invariants(World world) {
        this.world = world;
        truth = new Truth(world.launchService(), world.salesService());
    }

    void afterStep() {
        Instant clock = world.launchNode().clock().instant();
        latestClock = clock.isAfter(latestClock) ? clock : latestClock;
        long launchChanges = world.launchNode().database().changes();
        if (launchChanges != launchChangesSeen) {
            launchChangesSeen = launchChanges;
            checkDecisions();
            checkReadiness();
            checkLaunchStates();
        }
        long salesChanges = world.salesNode().database().changes();
        if (salesChanges != salesChangesSeen) {
            salesChangesSeen = salesChanges;
            checkFreezes();
            world.salesService()
                    .commitments()
                    .all()
                    .forEach(it -> commitmentStates.see(it.key(), it.status(), CommitmentStatus.TRANSITIONS));
        }
    }

    // ---------------------------------------------------------------- decisions

    private void checkDecisions() {
        Map<UUID, Integer> pending = new HashMap<>();
        for (DecisionsInMemory.OfLaunch it : world.launchService().decisions()) {
            Decision decision = it.decision();
            if (decision.outcome() == Outcome.PENDING) {
                pending.merge(it.launchId(), 1, Integer::sum);
            } else {
                checkDecided(it.launchId(), decision);
            }
        }
        for (Launch launch : world.launchService().launches().all()) {
            boolean waits = launch.pending() != null;
            if (pending.getOrDefault(launch.id(), 0) != (waits ? 1 : 0)) {
                throw new Violation(
                        Invariant.ONE_DECISION_AT_A_TIME,
                        launch.plan().name() + " has " + pending.getOrDefault(launch.id(), 0) + " pending decisions");
            }
        }
    }

    private void checkDecided(UUID launchId, Decision decision) {
        Decision before = decided.putIfAbsent(decision.id(), decision);
        if (before != null) {
            if (!before.equals(decision)) {
                throw new Violation(Invariant.ONE_DECISION_AT_A_TIME, decision.id() + " was decided twice");
            }
            return;
        }
        Launch launch = world.launchService().launches().find(launchId).orElseThrow();
        DecisionMade made = Objects.requireNonNull(launch.lastDecision());
        boolean timedOut = decision.cause() != null && decision.cause().startsWith("Sales did not answer");
        world.tally().count("decision " + (timedOut ? "timed out" : decision.outcome()));
        checkKeptFacts(decision);
        if (timedOut && !made.go()) {
            return;
        }
        List<String> lacking = truth.lacking(launch, made);
        if (made.go() && !lacking.isEmpty()) {
            throw new Violation(Invariant.NO_FALSE_GO, "GO for " + made.regions() + " although " + lacking);
        }
        if (!made.go() && lacking.isEmpty()) {
            throw new Violation(
                    Invariant.NO_FALSE_GO, "NO_GO for " + made.regions() + " (" + made.cause() + ") without a lack");
        }
    }

    // ---------------------------------------------------------------- readiness

    /**
     * Until the service has looked for them, waivers whose time is over still stand, and when its clock goes back it is not over
     * any more: then nothing is said yet.
     */
    private void checkReadiness() {
        LaunchServiceInMemory service = world.launchService();
        boolean waiversToEnd = service.waivers().stream()
                .anyMatch(waiver -> waiver.status() == Waiver.Status.STANDING
                        && !waiver.expiresAt().isAfter(latestClock));
        if (waiversToEnd) {
            return;
        }
        world.launchNode().database().withoutTrace(() -> {
            Map<?, MarketReadiness> kept = service.readiness().stream()
                    .collect(Collectors.toMap(MarketReadiness::market, Function.identity()));
            for (Launch launch : service.launches().all()) {
                service.judgeAnew(launch).forEach(judged -> {
                    MarketReadiness before = kept.get(judged.market());
                    if (before == null || before.revision() != judged.revision()) {
                        throw new Violation(
                                Invariant.SAME_FACTS_SAME_READINESS,
                                judged.market() + " is kept as " + before + ", but the facts make it " + judged);
                    }
                });
            }
            return true;
        });
    }

    /** A decision judged again on the facts that were kept with it gives the same conditions. */
    private void checkKeptFacts(Decision decision) {
        Map<String, FactsDocument> facts = world.launchService().factsOf(decision.id());
        decision.markets().forEach(market -> {
            List<String> judged = Objects.requireNonNull(market.conditions()).stream()
                    .map(it -> it.id() + " " + it.status() + " " + it.cause())
                    .toList();
            List<String> again = Gate.judge(
                            Objects.requireNonNull(facts.get(market.region())).toFacts())
                    .stream()
                    .map(it -> it.id() + " " + it.status() + " " + it.cause())
                    .toList();
            if (!judged.equals(again)) {
                throw new Violation(
                        Invariant.SAME_FACTS_SAME_READINESS,
                        decision.id() + " was decided on " + judged + ", but its facts make " + again);
            }
        });
    }

    // ---------------------------------------------------------------- freezes

    private void checkFreezes() {
        for (dev.greenlight.sales.launch.Launch launch :
                world.salesService().launches().all()) {
            UUID before = freezes.get(launch.id());
            UUID now = launch.pendingDecision();
            if (before != null && !before.equals(now) && !decided.containsKey(before)) {
                throw new Violation(
                        Invariant.EVERY_FREEZE_ENDS, "the freeze for " + before + " ended before it was decided");
            }
            if (now == null) {
                freezes.remove(launch.id());
            } else {
                freezes.put(launch.id(), now);
            }
        }
        boolean changedWhileFrozen = world.salesService().commitments().all().stream()
                .anyMatch(it -> it.pendingWithdrawal() != null
                        && !freezes.containsKey(it.key().market().launchId()));
        if (changedWhileFrozen) {
            throw new Violation(Invariant.EVERY_FREEZE_ENDS, "a withdrawal waits although no decision is pending");
        }
    }

    // ---------------------------------------------------------------- state machines

    private void checkLaunchStates() {
        for (Launch launch : world.launchService().launches().all()) {
            Launch before = launchesSeen.put(launch.id(), launch);
            if (before != null && before.revision() > launch.revision()) {
                throw new Violation(
                        Invariant.NOTHING_ACKNOWLEDGED_IS_LOST, launch.id() + " went back to an old revision");
            }
            launchStates.see(launch.id(), launch.status(), LaunchStatus.TRANSITIONS);
        }
        world.launchService().gaps().all().stream()
                .filter(gap -> gap.revision() > 0)
                .forEach(gap -> gapStates.see(gap.id(), gap.status(), GapStatus.TRANSITIONS));
        world.launchService()
                .decisions()
                .forEach(it ->
                        decisionStates.see(it.decision().id(), it.decision().outcome(), Outcome.TRANSITIONS));
    }

    /** The states that subjects were seen in. */
    private final class Watched<K, S extends Enum<S>> {
        private final String noun;
        private final Map<K, S> last = new HashMap<>();

        Watched(String noun) {
            this.noun = noun;
        }

        void see(K subject, S state, TransitionTable<S, ?> table) {
            S before = last.put(subject, state);
            if (before == state) {
                return;
            }
            boolean known = table.transitions().stream().anyMatch(it -> isStep(it, before, state));
            if (!known) {
                throw new Violation(
                        Invariant.ONLY_KNOWN_TRANSITIONS, "a " + noun + " went from " + before + " to " + state);
            }
            world.tally().count(StateMachines.seen(noun, before == null ? "[*]" : before.name(), state.name()));
        }

        private static <S extends Enum<S>> boolean isStep(Transition<S, ?> step, @Nullable S from, S to) {
            return step.from() == from && step.to() == to;
        }
    }

    // ---------------------------------------------------------------- at rest

    void atRest() {
        checkNothingWaits();
        checkReceipts();
        checkBothSidesAgree();
        checkNothingHappenedTwice();
        checkReplayMakesTheSame();
    }

    private void checkNothingWaits() {
        world.launchService().launches().all().stream()
                .map(Launch::pending)
                .filter(Objects::nonNull)
                .map(PendingDecision::id)
                .findFirst()
                .ifPresent(it -> {
                    throw new Violation(Invariant.EVERY_FREEZE_ENDS, it + " is still pending");
                });
        world.salesService().launches().all().stream()
                .filter(dev.greenlight.sales.launch.Launch::isFrozen)
                .findFirst()
                .ifPresent(it -> {
                    throw new Violation(
                            Invariant.EVERY_FREEZE_ENDS, "sales is still frozen for " + it.pendingDecision());
                });
        boolean held = world.salesService().reports().all().stream()
                .anyMatch(report -> report.isHeld() || report.ending() != null);
        if (held) {
            throw new Violation(Invariant.EVERY_FREEZE_ENDS, "a report is still held back");
        }
    }

    private void checkReceipts() {
        for (Receipt receipt : world.receipts()) {
            if (world.topics()
                    .all(receipt.topic(), receipt.topic().recordType())
                    .noneMatch(receipt.shows())) {
                throw new Violation(
                        Invariant.NOTHING_ACKNOWLEDGED_IS_LOST,
                        receipt.topic().topicName() + " never told of " + receipt.what());
            }
        }
    }

    private void checkBothSidesAgree() {
        Map<UUID, FieldReport> filed = world.salesService().reports().all().stream()
                .collect(Collectors.toMap(FieldReport::id, Function.identity()));
        Map<UUID, dev.greenlight.launchservice.fieldreport.FieldReport> heard = world.launchService().reports().stream()
                .collect(Collectors.toMap(
                        dev.greenlight.launchservice.fieldreport.FieldReport::id, Function.identity()));
        filed.forEach((id, report) -> agree(
                "report " + id,
                report.revision() + " " + report.status(),
                Optional.ofNullable(heard.get(id)).map(it -> it.revision() + " " + it.status())));
        Map<String, SalesSnapshot> snapshots = world.launchService().staff().stream()
                .collect(Collectors.toMap(
                        it -> it.market().launchId() + it.market().region(), Function.identity()));
        for (Market market : world.salesService().launches().allMarkets()) {
            agree(
                    "market " + market.key(),
                    market.revision() + " " + answers(market),
                    Optional.ofNullable(snapshots.get(
                                    market.launchId() + market.plan().region()))
                            .map(it -> it.revision() + " " + answers(it)));
        }
        for (Launch launch : world.launchService().launches().all()) {
            if (launch.status() != LaunchStatus.DRAFT) {
                agree(
                        launch.plan().name(),
                        launch.revision() + " " + launch.planRevision() + " " + launch.status(),
                        world.salesService()
                                .launches()
                                .find(launch.id())
                                .map(it -> it.revision() + " " + it.planRevision() + " " + it.status()));
            }
        }
    }

    private Map<String, String> answers(Market market) {
        Map<String, String> answers = new TreeMap<>();
        for (Commitment it : world.salesService().commitments().ofMarkets(List.of(market.key()))) {
            answers.put(it.key().requirementId() + " " + it.key().team(), it.status() + " " + it.fte());
        }
        return answers;
    }

    private static Map<String, String> answers(SalesSnapshot snapshot) {
        Map<String, String> answers = new TreeMap<>();
        snapshot.commitments()
                .forEach(it -> answers.put(it.requirementId() + " " + it.team(), it.status() + " " + it.fte()));
        return answers;
    }

    private static void agree(String what, String here, Optional<String> there) {
        if (!there.equals(Optional.of(here))) {
            throw new Violation(
                    Invariant.NOTHING_ACKNOWLEDGED_IS_LOST,
                    "one side holds " + what + " as " + here + ", the other as " + there.orElse("unknown"));
        }
    }

    private void checkNothingHappenedTwice() {
        world.salesService().reports().all().stream()
                .collect(Collectors.groupingBy(report -> String.valueOf(report.text()), Collectors.counting()))
                .forEach((call, count) -> once("report of " + call, count));
        world.launchService().launches().all().stream()
                .collect(Collectors.groupingBy(launch -> launch.plan().name(), Collectors.counting()))
                .forEach((name, count) -> once(name, count));
        long changes = world.launchService().launches().all().stream()
                .mapToLong(Launch::revision)
                .sum();
        long decisions = world.launchService().decisions().size();
        if (changes > world.calls() + decisions) {
            throw new Violation(
                    Invariant.NO_DOUBLE_EFFECT,
                    changes + " revisions of " + world.calls() + " calls and " + decisions + " decisions");
        }
        checkRevisionsAreDistinct();
    }

    /** However often a snapshot was sent, all copies of one revision say the same. */
    private void checkRevisionsAreDistinct() {
        Map<String, Object> seen = new HashMap<>();
        world.topics()
                .all(Topic.SALES_RESOURCED, SalesResourced.class)
                .forEach(it -> distinct(seen, it.getLaunchId() + it.getRegion() + it.getRevision(), it));
        world.topics()
                .all(Topic.LAUNCH_PLANNED, LaunchPlanned.class)
                .forEach(it -> distinct(seen, it.getLaunchId() + " " + it.getRevision(), it));
        world.topics()
                .all(Topic.FEATURE_GAP, FeatureGapReported.class)
                .forEach(it -> distinct(seen, it.getReportId() + " " + it.getRevision(), it));
    }

    private static void distinct(Map<String, Object> seen, String revision, Object record) {
        Object before = seen.putIfAbsent(revision, record);
        if (before != null && !before.equals(record)) {
            throw new Violation(Invariant.NO_DOUBLE_EFFECT, "two different snapshots are revision " + revision);
        }
    }

    private static void once(String what, long count) {
        if (count > 1) {
            throw new Violation(Invariant.NO_DOUBLE_EFFECT, what + " is there " + count + " times");
        }
    }

    /** Both sides hear everything again from the beginning: it changes nothing. */
    private void checkReplayMakesTheSame() {
        Map<String, String> kept = conditions();
        world.hearEverythingAgain();
        Map<String, String> anew = conditions();
        if (!kept.equals(anew)) {
            throw new Violation(
                    Invariant.SAME_FACTS_SAME_READINESS, "heard again the facts make " + anew + ", before " + kept);
        }
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new TreeMap<>();
        for (MarketReadiness market : world.launchService().readiness()) {
            market.conditions().stream()
                    .map(StandingCondition::condition)
                    .forEach(it -> conditions.put(market.market() + " " + it.id(), words(it)));
        }
        return conditions;
    }

    private static String words(Condition condition) {
        return condition.status() + " " + condition.cause() + " " + condition.evidence();
    }
}
