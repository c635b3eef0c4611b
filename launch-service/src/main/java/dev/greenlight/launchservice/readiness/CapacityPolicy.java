package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.WorstDayCoverage;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.Demand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code capacity}: for each requirement, confirmed FTE covers every day of the window, whichever teams give it. What sales
 * committed to another plan than the current one is worth nothing until sales has seen the current one.
 */
final class CapacityPolicy implements GatePolicy {

    @Override
    public List<Asked> judge(MarketFacts facts) {
        return facts.market().requirements().stream()
                .map(requirement -> new Asked(demand(requirement), judge(requirement, facts)))
                .toList();
    }

    private static Demand demand(Requirement requirement) {
        return new Demand.Staff(requirement.role(), requirement.fte(), requirement.window());
    }

    private static Condition judge(Requirement requirement, MarketFacts facts) {
        return facts.staff()
                .filter(staff -> staff.planRevision() == facts.planRevision())
                .map(staff -> judge(requirement, facts, staff))
                .orElseGet(() -> red(
                        requirement,
                        facts,
                        Status.UNKNOWN,
                        "Sales has not yet seen revision " + facts.planRevision() + " of the plan",
                        Map.of("required", requirement.fte().toString())));
    }

    private static Condition judge(Requirement requirement, MarketFacts facts, SalesSnapshot staff) {
        List<Commitment> answers = staff.to(requirement.id());
        WorstDayCoverage worst = staff.coverageOf(requirement);
        Map<String, Object> evidence = new TreeMap<>(Map.of(
                "required", requirement.fte().toString(),
                "committed", worst.committed().toString(),
                "worstDay", worst.day().toString()));
        if (worst.meets(requirement.fte())) {
            return Condition.pass(id(requirement), Kind.CAPACITY, evidence);
        }
        String shortfall = worst.committed() + " of " + requirement.fte() + " FTE committed on " + worst.day();
        Fte stale = Fte.sum(answers.stream()
                .filter(answer -> answer.status() == Commitment.Status.STALE)
                .map(Commitment::fte)
                .toList());
        if (answers.stream().anyMatch(answer -> answer.status() == Commitment.Status.STALE)) {
            return red(
                    requirement,
                    facts,
                    Status.UNKNOWN,
                    shortfall + "; " + stale + " FTE promised for an earlier plan must be reconfirmed",
                    evidence);
        }
        if (answers.stream().noneMatch(answer -> answer.status().isAnswer())) {
            return red(requirement, facts, Status.UNKNOWN, shortfall + "; no team has answered yet", evidence);
        }
        String offers = offers(requirement, answers);
        if (offers.isEmpty()) {
            return red(requirement, facts, Status.FAIL, shortfall, evidence);
        }
        evidence.put("counterOffers", offers);
        return red(requirement, facts, Status.FAIL, shortfall + "; offered instead: " + offers, evidence);
    }

    private static String offers(Requirement requirement, List<Commitment> answers) {
        return answers.stream()
                .flatMap(answer ->
                        answer.offerInsteadOf(requirement).stream().map(offer -> offer + " by " + answer.team()))
                .collect(Collectors.joining(", "));
    }

    private static Condition red(
            Requirement requirement, MarketFacts facts, Status status, String cause, Map<String, Object> evidence) {
        return new Condition(
                id(requirement),
                Kind.CAPACITY,
                status,
                cause,
                "sales-manager:" + facts.market().region(),
                evidence);
    }

    private static String id(Requirement requirement) {
        return Kind.CAPACITY.word() + ":" + requirement.id();
    }
}
