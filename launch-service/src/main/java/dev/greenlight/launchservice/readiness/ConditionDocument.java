package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition as it is read and kept. */
public record ConditionDocument(
        String id,
        String kind,
        Status status,
        @Nullable String cause,
        @Nullable String owner,
        Instant since,
        Map<String, Object> evidence) {

    /** The document of a condition. */
    public static ConditionDocument of(StandingCondition standing) {
        Condition condition = standing.condition();
        return new ConditionDocument(
                condition.id(),
                condition.kind().word(),
                condition.status(),
                condition.cause(),
                condition.owner(),
                standing.since(),
                condition.evidence());
    }

    /**
     * The conditions of facts that were judged before, judged again.
     *
     * @param before as they were then; what has its status from then has also its since
     */
    public static List<ConditionDocument> judgedAgain(List<ConditionDocument> before, MarketFacts facts) {
        List<StandingCondition> standing =
                before.stream().map(ConditionDocument::toCondition).toList();
        return StandingCondition.after(standing, Gate.judge(facts), facts.at()).stream()
                .map(ConditionDocument::of)
                .toList();
    }

    StandingCondition toCondition() {
        return new StandingCondition(
                new Condition(id, Kind.valueOf(kind.toUpperCase(Locale.ROOT)), status, cause, owner, evidence), since);
    }
}
