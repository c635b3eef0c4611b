package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.launchservice.LaunchServiceInMemory;
import dev.greenlight.sales.SalesServiceInMemory;
import dev.greenlight.sales.opportunity.DealStage;
import dev.greenlight.sales.opportunity.Opportunity;
import dev.greenlight.simulation.TopicLogs.Partition;
import dev.greenlight.testing.memory.MemoryDatabase.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The two services, what lies between them, and everything that can happen to them. */
final class World {
    /** How long sales has for its key. */
    static final Duration DECISION_TIMEOUT = Duration.ofSeconds(60);

    private static final int MOST_IN_A_POLL = 3;
    private static final int ROUNDS_TO_REST = 400;
    private static final int EVERYTHING = 1_000_000;

    private final VirtualTime time = new VirtualTime();
    private final TopicLogs topics = new TopicLogs();
    private final EventIds ids;
    private final ServiceNode launchNode;
    private final ServiceNode salesNode;
    private final LaunchServiceInMemory launchService;
    private final SalesServiceInMemory salesService;
    private final Invariants invariants;
    private final Map<Long, Call<?>> unanswered = new LinkedHashMap<>();
    private final Map<Long, Call<?>> answered = new LinkedHashMap<>();
    private final Map<Long, Object> answers = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Consumer<Supplier<String>> narrator;
    private final Tally tally = new Tally();
    private long lastId;
    private long lastKey;
    private boolean loseNextAnswer;

    World(Consumer<Supplier<String>> narrator) {
        this.narrator = narrator;
        ids = new EventIds(() -> new UUID(0, ++lastId));
        launchNode = new ServiceNode("launch-service", topics, time.new ServiceClock(), ids);
        salesNode = new ServiceNode("sales-capacity-service", topics, time.new ServiceClock(), ids);
        launchService = new LaunchServiceInMemory(
                launchNode.database(), launchNode::publish, ids, launchNode.clock(), DECISION_TIMEOUT);
        salesService = new SalesServiceInMemory(salesNode.database(), salesNode::publish, ids, salesNode.clock());
        launchNode.listen(Topic.SALES_RESOURCED, batch -> launchService.hearOfStaff(cast(batch, SalesResourced.class)));
        launchNode.listen(
                Topic.FEATURE_GAP, batch -> launchService.hearOfReports(cast(batch, FeatureGapReported.class)));
        salesNode.listen(Topic.LAUNCH_PLANNED, batch -> salesService.hearOfPlans(cast(batch, LaunchPlanned.class)));
        invariants = new Invariants(this);
        salesNode.database().transaction(() -> {
            People.TEAMS.forEach(salesService::setUp);
            return true;
        });
        crmSays(List.of(opportunity("O1", 100, true), opportunity("O2", 250, true), opportunity("O3", 30, true)));
    }

    private static <R> List<R> cast(List<?> batch, Class<R> type) {
        return batch.stream().map(type::cast).toList();
    }

    VirtualTime time() {
        return time;
    }

    TopicLogs topics() {
        return topics;
    }

    LaunchServiceInMemory launchService() {
        return launchService;
    }

    SalesServiceInMemory salesService() {
        return salesService;
    }

    ServiceNode launchNode() {
        return launchNode;
    }

    ServiceNode salesNode() {
        return salesNode;
    }

    List<Receipt> receipts() {
        return receipts;
    }

    Tally tally() {
        return tally;
    }

    /** How many different calls there were. */
    long calls() {
        return lastKey;
    }

    long nextKey() {
        return ++lastKey;
    }

    /** Lets a step happen and holds the invariants against what it has made. */
    void perform(Step step) {
        Dice dice = new Dice(step.seed());
        switch (step.kind().by()) {
            case PEOPLE -> new Acts(this, dice).perform(step.kind());
            case MACHINES, ACCIDENT -> machine(step.kind(), dice);
        }
        invariants.afterStep();
    }

    /** Ends all accidents, lets everything under way arrive, and holds what must be true in the end. */
    void comeToRest() {
        tell(() -> "everything comes to rest");
        for (ServiceNode node : List.of(launchNode, salesNode)) {
            node.clock().jump(Duration.ZERO);
            node.database().crashNoMore();
            node.crash();
        }
        loseNextAnswer = false;
        for (int round = 0; round < ROUNDS_TO_REST; round++) {
            if (!flow()) {
                time.pass(DECISION_TIMEOUT.plusSeconds(1));
                giveUpOverdue();
                endWaivers();
                while (salesService.isReviewDue()) {
                    reviewTeam();
                }
                if (!flow()) {
                    invariants.atRest();
                    return;
                }
            }
        }
        throw new Violation(Invariant.EVERY_FREEZE_ENDS, "the services send each other messages without end");
    }

    /** Sets every consumer back to the beginning and lets it take in everything again. */
    void hearEverythingAgain() {
        tell(() -> "both services hear everything again");
        for (ServiceNode node : List.of(launchNode, salesNode)) {
            node.topicsListenedTo().stream()
                    .flatMap(topic -> topics.partitions(topic).stream())
                    .forEach(partition -> node.replay(partition, 0));
        }
        flow();
    }

    /** Sends and takes in all that there is; whether there was anything. */
    private boolean flow() {
        boolean moved = false;
        for (ServiceNode node : List.of(launchNode, salesNode)) {
            if (node.hasUnsent()) {
                node.send(EVERYTHING);
                inNode(node, "deletes what it has sent", () -> {
                    node.deleteSent();
                    return true;
                });
                moved = true;
            }
            for (Topic topic : node.topicsListenedTo()) {
                List<Partition> unread = node.unread(topic);
                if (!unread.isEmpty()) {
                    poll(node, topic, unread, EVERYTHING);
                    moved = true;
                }
            }
            node.commitOffsets();
            invariants.afterStep();
        }
        return moved;
    }

    private void machine(StepKind kind, Dice dice) {
        ServiceNode node = dice.chance(50) ? launchNode : salesNode;
        switch (kind) {
            case SETTLE -> settle();
            case TIME -> passTime(dice);
            case GIVE_UP_OVERDUE -> giveUpOverdue();
            case END_WAIVERS -> endWaivers();
            case REVIEW_TEAM -> reviewTeam();
            case SEND -> send(node, dice);
            case DELETE_SENT ->
                inNode(node, "deletes what it has sent", () -> {
                    node.deleteSent();
                    return true;
                });
            case POLL -> poll(node, dice);
            case COMMIT_OFFSETS -> node.commitOffsets();
            case REPLAY -> replay(node, dice);
            case CRASH -> crash(node);
            case CRASH_IN_TRANSACTION -> node.database().crashInNextTransaction(dice.below(12));
            case LOSE_ANSWER -> loseNextAnswer = true;
            case CLOCK_JUMP -> jump(node, dice);
            default -> throw new IllegalStateException(kind + " is done by people");
        }
    }

    /** Machines are mostly faster than people: all that is under way arrives. */
    private void settle() {
        tell(() -> "all that is under way arrives");
        boolean moved = true;
        while (moved) {
            moved = flow();
        }
    }

    private void passTime(Dice dice) {
        Duration passed = dice.chance(70)
                ? Duration.ofMillis(dice.between(1, 500))
                : dice.chance(70) ? Duration.ofSeconds(dice.between(1, 90)) : Duration.ofHours(dice.between(1, 72));
        time.pass(passed);
        tell(() -> passed + " pass; it is " + time.now());
    }

    private void giveUpOverdue() {
        inNode(launchNode, "gives up overdue decisions", () -> {
            launchService.giveUpOverdue();
            return true;
        });
    }

    private void endWaivers() {
        inNode(launchNode, "ends waivers whose time is over", () -> {
            launchService.endExpiredWaivers();
            return true;
        });
    }

    private void reviewTeam() {
        inNode(salesNode, "looks at a team again", () -> {
            salesService.reviewNextTeam();
            return true;
        });
    }

    private void send(ServiceNode node, Dice dice) {
        int sent = node.send(dice.between(1, 4));
        if (sent > 0) {
            tell(() -> node + " sends " + sent + " events");
        }
    }

    private void poll(ServiceNode node, Dice dice) {
        dice.pick(node.topicsListenedTo()).ifPresent(topic -> {
            List<Partition> unread = dice.some(node.unread(topic));
            if (!unread.isEmpty()) {
                poll(node, topic, unread, dice.between(1, MOST_IN_A_POLL));
            }
        });
    }

    private void poll(ServiceNode node, Topic topic, List<Partition> partitions, int mostOfEach) {
        try {
            int taken = node.poll(topic, partitions, mostOfEach);
            tell(() -> node + " takes in " + taken + " of " + topic.topicName());
        } catch (Crash crash) {
            tell(() -> node + " dies while it takes in " + topic.topicName());
            node.crash();
        } catch (RuntimeException e) {
            throw new Violation(Invariant.NOTHING_BREAKS, node + " can't take in " + topic.topicName() + ": " + e, e);
        }
    }

    private void replay(ServiceNode node, Dice dice) {
        dice.pick(node.topicsListenedTo())
                .flatMap(topic -> dice.pick(topics.partitions(topic)))
                .filter(partition -> node.position(partition) > 0)
                .ifPresent(partition -> {
                    int from = dice.below(node.position(partition));
                    node.replay(partition, from);
                    tell(() -> node + " is set back to " + from + " of " + partition);
                });
    }

    private void crash(ServiceNode node) {
        node.crash();
        tell(() -> node + " dies and starts again");
    }

    private void jump(ServiceNode node, Dice dice) {
        Duration wrong = dice.chance(30)
                ? Duration.ZERO
                : dice.chance(70)
                        ? Duration.ofSeconds(dice.between(-7_200, 7_200))
                        : Duration.ofHours(dice.between(-72, 72));
        node.clock().jump(wrong);
        tell(() -> "the clock of " + node + " is wrong by " + wrong);
    }

    /** What a service does by itself; when it dies in the middle, it starts again. */
    private void inNode(ServiceNode node, String what, Supplier<Boolean> work) {
        try {
            node.database().transaction(work);
        } catch (Crash crash) {
            tell(() -> node + " dies while it " + what);
            node.crash();
        } catch (RuntimeException e) {
            throw new Violation(Invariant.NOTHING_BREAKS, node + " breaks while it " + what + ": " + e, e);
        }
    }

    /** Sends a person's call. Its answer may be lost, whether the call took effect or not; then it may be sent again. */
    <T> void send(Call<T> call) {
        T answer;
        try {
            answer = call.send();
        } catch (Crash crash) {
            call.node().crash();
            unanswered.put(call.key(), call);
            tell(() -> call.what() + " – " + call.node() + " dies");
            return;
        } catch (RejectedException refused) {
            unanswered.remove(call.key());
            tally.count("refused " + refused.rejection().code());
            tell(() -> call.what() + " – refused: " + refused.rejection().sentence());
            return;
        } catch (RuntimeException e) {
            throw new Violation(Invariant.NOTHING_BREAKS, call.what() + " ended in " + e, e);
        }
        if (loseNextAnswer) {
            loseNextAnswer = false;
            unanswered.put(call.key(), call);
            tell(() -> call.what() + " – done, but the answer is lost");
            return;
        }
        tell(call::what);
        acknowledge(call, answer);
    }

    private <T> void acknowledge(Call<T> call, T answer) {
        unanswered.remove(call.key());
        Object before = answers.putIfAbsent(call.key(), answer);
        if (before == null) {
            tally.count("call " + call.what().split(" ", 3)[1]);
            receipts.addAll(call.receipts().apply(answer));
            answered.put(call.key(), call);
        } else if (!before.equals(answer)) {
            throw new Violation(Invariant.NO_DOUBLE_EFFECT, call.what() + " was answered in two ways");
        }
    }

    /** Somebody sends a call again, mostly one that got no answer. */
    void retry(Dice dice) {
        dice.pick(dice.chance(75) ? unanswered.values() : answered.values()).ifPresent(call -> {
            tell(() -> "again: " + call.what());
            send(call);
        });
    }

    void crmSays(List<Opportunity> opportunities) {
        inNode(salesNode, "imports opportunities", () -> {
            salesService.importOpportunities(opportunities, "ada");
            return true;
        });
    }

    static Opportunity opportunity(String id, long amount, boolean open) {
        Money value = new Money(amount, "USD");
        return new Opportunity(
                id,
                "Ann",
                "GTK 500",
                null,
                open ? DealStage.ENGAGING : DealStage.WON,
                null,
                null,
                value.amount(),
                value.currency());
    }

    void tell(Supplier<String> what) {
        narrator.accept(what);
    }
}
