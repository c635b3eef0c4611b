package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code gaps}: no BLOCKER gap that was reported from this market waits for product's decision. */
final class GapsPolicy implements GatePolicy {
    private static final int MOST_NAMED = 3;

    @Override
    public List<Condition> judge(MarketFacts facts) {
        List<String> blockers = facts.openBlockers();
        Map<String, Object> evidence = Map.of("openBlockers", blockers.size());
        return List.of(
                blockers.isEmpty()
                        ? Condition.pass(Kind.GAPS.word(), Kind.GAPS, evidence)
                        : new Condition(
                                Kind.GAPS.word(), Kind.GAPS, Status.FAIL, sentence(blockers), "product", evidence));
    }

    private static String sentence(List<String> blockers) {
        if (blockers.size() == 1) {
            return "BLOCKER \"" + blockers.get(0) + "\" is not decided yet";
        }
        String named = blockers.stream()
                .limit(MOST_NAMED)
                .map(feature -> "\"" + feature + "\"")
                .collect(Collectors.joining(", "));
        int more = blockers.size() - MOST_NAMED;
        return "BLOCKERs " + named + (more > 0 ? " and " + more + " more" : "") + " are not decided yet";
    }
}
