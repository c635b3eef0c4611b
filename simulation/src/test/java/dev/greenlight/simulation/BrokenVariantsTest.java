package dev.greenlight.simulation;

import static dev.greenlight.simulation.Invariant.EVERY_FREEZE_ENDS;
import static dev.greenlight.simulation.Invariant.NOTHING_ACKNOWLEDGED_IS_LOST;
import static dev.greenlight.simulation.Invariant.NOTHING_BREAKS;
import static dev.greenlight.simulation.Invariant.NO_DOUBLE_EFFECT;
import static dev.greenlight.simulation.Invariant.NO_FALSE_GO;
import static dev.greenlight.simulation.Invariant.ONLY_KNOWN_TRANSITIONS;
import static dev.greenlight.simulation.Invariant.SAME_FACTS_SAME_READINESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that can't fail proves nothing: each of these mistakes in the real code must be caught. */
class BrokenVariantsTest {
    private static final long HISTORIES = 20_000;
    private static final String LAUNCH = "launch-service";
    private static final String SALES = "sales-capacity-service";
    private static final String KIT = "service-kit";
    private static final String SIMULATION = "simulation";

    static Stream<Variant> variants() {
        return Stream.of(
                Variant.of("the launch decides without the second key", NO_FALSE_GO, ONLY_KNOWN_TRANSITIONS)
                        .where(
                                LAUNCH,
                                "launchservice/decision/SecondKey",
                                "return staff != null && decision.id().equals(staff.decisionId())",
                                "return staff != null || decision.id() != null; } static boolean unused("
                                        + "Launch launch, PendingDecision decision, SalesSnapshot staff, ReportCounts reports)"
                                        + " { return decision.id().equals(staff.decisionId())"),
                Variant.of("the key of an earlier decision opens too", NO_FALSE_GO, ONLY_KNOWN_TRANSITIONS)
                        .where(
                                LAUNCH,
                                "launchservice/decision/SecondKey",
                                "decision.id().equals(staff.decisionId())",
                                "staff.decisionId() != null"),
                Variant.of("reports under way are not waited for", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/decision/SecondKey",
                                "reports.equals(staff.launchReports())",
                                "staff.launchReports() != null && reports.ended() == staff.launchReports().ended()"),
                Variant.of("ended reports are not waited for", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/decision/SecondKey",
                                "reports.equals(staff.launchReports())",
                                "staff.launchReports() != null && reports.filed() == staff.launchReports().filed()"),
                Variant.of("only the market's own reports are waited for", NO_FALSE_GO)
                        .where(
                                SALES,
                                "sales/commitment/MarketAnswers",
                                "reports.get(answer.launch().id())",
                                "new ReportCounts(answer.market().reportsFiled(), answer.market().reportsEnded())")
                        .where(
                                LAUNCH,
                                "launchservice/decision/SecondKey",
                                "reports.equals(staff.launchReports())",
                                "staff.launchReports() != null && reports.filed() >= staff.launchReports().filed()"
                                        + " && reports.ended() >= staff.launchReports().ended()"),
                Variant.of("a waiver that has expired counts", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/waiver/Waiver",
                                "return status == Status.STANDING && instant.isBefore(expiresAt);",
                                "return status == Status.STANDING;"),
                Variant.of("who asks to go live has waived", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/waiver/WaiverDoubt",
                                "return now.requester().filter(waiver.approver()::equals)",
                                "return now.requester().filter(String::isEmpty)"),
                Variant.of("a waiver covers what leadership never saw", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/waiver/WaiverDoubt",
                                "return waiver.demand().covers(now.demand())",
                                "return waiver.demand() != null"),
                Variant.of("staff on average is enough", NO_FALSE_GO)
                        .where(
                                KIT,
                                "kit/staffing/WorstDayCoverage",
                                ".reduce((worst, next) -> next.committed.isLessThan(worst.committed) ? next : worst)",
                                ".reduce((one, next) -> new WorstDayCoverage(one.day, new Fte(one.committed.amount()"
                                        + ".add(next.committed.amount()).divide(java.math.BigDecimal.valueOf(2)"
                                        + ", 4, java.math.RoundingMode.UP))))"),
                Variant.of("what nobody can tell counts as met", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/readiness/Condition",
                                "return status == Status.PASS || status == Status.WAIVED;",
                                "return status != Status.FAIL;"),
                Variant.of("reports on an earlier price count", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/readiness/FeedbackPolicy",
                                "heard.planRevision() >= facts.pitchRevision()",
                                "heard.planRevision() >= 0"),
                Variant.of("one reporter with many reports is many voices", NO_FALSE_GO)
                        .where(LAUNCH, "launchservice/launch/Quota", "return Math.min(minReports, 2);", "return 1;"),
                Variant.of("a review counts as a decision", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/gap/GapStatus",
                                "return this != NEW && this != UNDER_REVIEW;",
                                "return this != NEW;"),
                Variant.of("a decision that sales did not answer is GO", NO_FALSE_GO)
                        .where(
                                LAUNCH,
                                "launchservice/decision/GateKeeper",
                                "pending.made(false,",
                                "pending.made(true,"),
                Variant.of("a withdrawal takes effect during the decision", NO_FALSE_GO)
                        .where(
                                SALES,
                                "sales/commitment/CommitmentDesk",
                                "matter.launch().isFrozen() ? current.withdrawnLater(withdrawal)",
                                "matter.launch().isFrozen() && current.status() == null"
                                        + " ? current.withdrawnLater(withdrawal)"),
                Variant.of("a freeze times out", NO_FALSE_GO)
                        .where(
                                SALES,
                                "sales/commitment/CommitmentDesk",
                                "matter.launch().isFrozen() ? current.withdrawnLater(withdrawal)",
                                "matter.launch().isFrozen() && clock.instant().isBefore(current.at().plusSeconds(1))"
                                        + " ? current.withdrawnLater(withdrawal)"),
                Variant.of("staff is promised during the decision", NO_FALSE_GO, NOTHING_ACKNOWLEDGED_IS_LOST)
                        .where(
                                SALES,
                                "sales/commitment/NothingChangesDuringADecision",
                                "return launch.isFrozen() ?",
                                "return launch.isFrozen() && launch.name().isEmpty() ?"),
                Variant.of("reports are published during the decision", NO_FALSE_GO, EVERY_FREEZE_ENDS)
                        .where(
                                SALES,
                                "sales/fieldreport/ReportDesk",
                                "place.launch().isFrozen() ? report : report.published()",
                                "report.published()"),
                Variant.of("withdrawals that waited are forgotten", NOTHING_ACKNOWLEDGED_IS_LOST, EVERY_FREEZE_ENDS)
                        .where(
                                SALES,
                                "sales/commitment/Commitment",
                                "return pendingWithdrawal == null ? this : withdrawn(pendingWithdrawal);",
                                "return pendingWithdrawal == null ? this : withdrawnLater(null);"),
                Variant.of("reports that waited are forgotten", NOTHING_ACKNOWLEDGED_IS_LOST, EVERY_FREEZE_ENDS)
                        .where(
                                SALES,
                                "sales/fieldreport/HeldReports",
                                "if (held.isEmpty()) {",
                                "if (held.isEmpty() || causes != null) {"),
                Variant.of(
                                "old snapshots of sales replace newer ones",
                                NO_FALSE_GO,
                                NOTHING_ACKNOWLEDGED_IS_LOST,
                                SAME_FACTS_SAME_READINESS)
                        .where(
                                LAUNCH,
                                "launchservice/staff/SalesSnapshotsInMemory",
                                "known.revision() >= snapshot.revision()",
                                "known.revision() < 0"),
                Variant.of("old plans replace newer ones", NOTHING_ACKNOWLEDGED_IS_LOST, EVERY_FREEZE_ENDS, NO_FALSE_GO)
                        .where(
                                SALES,
                                "sales/launch/LaunchesInMemory",
                                "known.revision() >= launch.revision()",
                                "known.revision() < 0")
                        .where(
                                SALES,
                                "sales/planchange/PlanChanges",
                                "known.revision() >= plan.launch().revision()",
                                "known.revision() < 0"),
                Variant.of("readiness is not judged anew after a review", SAME_FACTS_SAME_READINESS)
                        .where(
                                LAUNCH,
                                "launchservice/gap/Gaps",
                                "facts.factsChanged(before.launch().stream().toList(), markets(before.trees(), after), actors, now);",
                                ""),
                Variant.of("merged gaps are forgotten when they are counted", NO_FALSE_GO, SAME_FACTS_SAME_READINESS)
                        .where(
                                LAUNCH,
                                "launchservice/gap/GapTrees",
                                "merged.forEach(part -> all.addAll(",
                                "merged.stream().limit(0).forEach(part -> all.addAll("),
                Variant.of("two decisions are asked for at once", NOTHING_BREAKS)
                        .where(
                                LAUNCH,
                                "launchservice/decision/GoLiveRule",
                                "return launch.refusesWhilePending();",
                                "return Optional.empty();"),
                Variant.of(
                                "events are sent before the transaction ends",
                                NO_DOUBLE_EFFECT,
                                NOTHING_ACKNOWLEDGED_IS_LOST)
                        .where(
                                SIMULATION,
                                "simulation/ServiceNode",
                                "events.forEach(event -> outbox.put(++lastOutboxId, event));",
                                "events.forEach(topics::append);"),
                Variant.of(
                                "offsets are committed before the work is done",
                                NOTHING_ACKNOWLEDGED_IS_LOST,
                                EVERY_FREEZE_ENDS)
                        .where(
                                SIMULATION,
                                "simulation/ServiceNode",
                                "Consumer<List<SpecificRecord>> listener =",
                                "ends.forEach((partition, end) -> { offsets(partition).next = end;"
                                        + " offsets(partition).committed = end; });"
                                        + " Consumer<List<SpecificRecord>> listener ="),
                Variant.of("a call that comes again is done again", NO_DOUBLE_EFFECT)
                        .where(SIMULATION, "simulation/ServiceNode", "if (answer.isPresent()) {", "if (key < 0) {"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void isCaught(Variant variant, @TempDir Path directory) {
        Optional<String> failure = variant.firstFailure(HISTORIES, directory);

        System.out.println(variant.name() + " → " + failure.orElse("not caught"));
        assertThat(failure)
                .as(variant.name())
                .hasValueSatisfying(message -> assertThat(
                                variant.caughtBy().stream().anyMatch(it -> message.startsWith(it.name())))
                        .as(
                                "%s is to be caught by one of %s, but was by %s",
                                variant.name(), variant.caughtBy(), message)
                        .isTrue());
    }
}
