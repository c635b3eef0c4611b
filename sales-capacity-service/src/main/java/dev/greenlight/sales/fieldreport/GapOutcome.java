package dev.greenlight.sales.fieldreport;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a gap, in the words of product's decision.
 *
 * @param mergedInto the gap that it is the same as, if any
 */
record GapOutcome(
        UUID id,
        UUID launchId,
        String featureKey,
        String status,
        @Nullable String reason,
        @Nullable LocalDate targetDate,
        @Nullable UUID mergedInto) {

    /** The outcomes as their reporters want to know them: of what is merged, what became of the gap in which it counts. */
    static List<GapOutcome> followed(Collection<GapOutcome> outcomes) {
        Map<UUID, GapOutcome> byId = outcomes.stream().collect(Collectors.toMap(GapOutcome::id, Function.identity()));
        return outcomes.stream().map(outcome -> outcome.followed(byId)).toList();
    }

    /** Where the other gap has not been heard of yet, or news that overtook each other lead in a circle, all that is known is MERGED. */
    private GapOutcome followed(Map<UUID, GapOutcome> byId) {
        Set<UUID> passed = new HashSet<>();
        GapOutcome whole = this;
        while (whole.mergedInto != null) {
            GapOutcome next = byId.get(whole.mergedInto);
            if (next == null || !passed.add(whole.id)) {
                return this;
            }
            whole = next;
        }
        return whole.id.equals(id)
                ? this
                : new GapOutcome(id, launchId, featureKey, whole.status, whole.reason, whole.targetDate, whole.id);
    }
}
