package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.history.HistoryEntry;
import java.time.Instant;

/** What product did to a gap, as an entry of the time line. */
final class GapNews {
    private GapNews() {}

    static HistoryEntry entry(Gap before, Gap after, GapTrees trees, String actor, Instant at) {
        return new HistoryEntry(
                after.key().launchId(),
                at,
                actor,
                HistoryEntry.Type.GAP,
                null,
                after.revision(),
                sentence(before, after, trees));
    }

    private static String sentence(Gap before, Gap after, GapTrees trees) {
        String gap = "Gap " + quoted(after);
        if (after.merge() != null) {
            return gap + " is merged into " + whole(after, trees) + because(after);
        }
        return before.merge() == null
                ? gap + " is " + outcome(after)
                : gap + " is no longer merged into " + whole(before, trees) + "; again it is " + outcome(after);
    }

    private static String outcome(Gap gap) {
        return gap.status() + (gap.targetDate() == null ? "" : " for " + gap.targetDate()) + because(gap);
    }

    private static String because(Gap gap) {
        return gap.reason() == null ? "" : ": " + gap.reason();
    }

    private static String whole(Gap part, GapTrees trees) {
        return part.mergedInto().flatMap(trees::find).map(GapNews::quoted).orElse("another");
    }

    private static String quoted(Gap gap) {
        return "\"" + gap.feature() + "\"";
    }
}
