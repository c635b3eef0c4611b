package dev.greenlight.launchservice.readiness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition and since when it has its status. */
public record StandingCondition(Condition condition, Instant since) {

    /** The conditions as judged now; what had its status before keeps its since. */
    static List<StandingCondition> after(List<StandingCondition> before, List<Condition> judged, Instant now) {
        Map<String, StandingCondition> earlier =
                before.stream().collect(Collectors.toMap(it -> it.condition().id(), Function.identity()));
        return judged.stream()
                .map(condition -> new StandingCondition(condition, since(earlier.get(condition.id()), condition, now)))
                .toList();
    }

    private static Instant since(@Nullable StandingCondition before, Condition condition, Instant now) {
        return before != null && before.condition().status() == condition.status() ? before.since() : now;
    }
}
