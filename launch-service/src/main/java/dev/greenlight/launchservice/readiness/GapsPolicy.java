package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.waiver.Demand;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code gaps}: no BLOCKER gap that was reported from this market waits for product's decision. */
final class GapsPolicy implements GatePolicy {
    private static final int MOST_NAMED = 3;

    @Override
    public List<Asked> judge(MarketFacts facts) {
        List<OpenBlocker> blockers = facts.openBlockers();
        Demand demand =
                new Demand.Blockers(blockers.stream().map(OpenBlocker::gap).collect(Collectors.toSet()));
        return List.of(new Asked(demand, judge(blockers)));
    }

    private static Condition judge(List<OpenBlocker> blockers) {
        Map<String, Object> evidence = Map.of("openBlockers", blockers.size());
        return blockers.isEmpty()
                ? Condition.pass(Kind.GAPS.word(), Kind.GAPS, evidence)
                : new Condition(Kind.GAPS.word(), Kind.GAPS, Status.FAIL, sentence(blockers), "product", evidence);
    }

    private static String sentence(List<OpenBlocker> blockers) {
        if (blockers.size() == 1) {
            return "BLOCKER \"" + blockers.get(0).feature() + "\" is not decided yet";
        }
        String named = blockers.stream()
                .limit(MOST_NAMED)
                .map(blocker -> "\"" + blocker.feature() + "\"")
                .collect(Collectors.joining(", "));
        int more = blockers.size() - MOST_NAMED;
        return "BLOCKERs " + named + (more > 0 ? " and " + more + " more" : "") + " are not decided yet";
    }
}
