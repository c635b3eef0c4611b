package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.util.List;
import java.util.Map;

/**
 * A gap with all that makes it up.
 *
 * @param merged what is merged into it, near and far
 * @param mentions the reports that count in it, each once
 */
public record GapInFull(Gap gap, List<Gap> merged, List<Mention> mentions) {
    /** Takes copies. */
    public GapInFull {
        merged = List.copyOf(merged);
        mentions = List.copyOf(mentions);
    }

    static GapInFull of(Gap gap, GapTrees trees, Map<FeatureKey, List<Mention>> mentions) {
        return new GapInFull(gap, trees.mergedInto(gap), trees.mentions(gap, mentions));
    }
}
