package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gaps with all that is merged into them. A gap may be merged into one that stands for itself, and only by itself: so there is
 * never a circle, however many are merged on. Always whole trees; immutable.
 */
final class GapTrees {
    private final Map<UUID, Gap> gaps = new LinkedHashMap<>();
    private final Map<UUID, List<Gap>> parts;

    GapTrees(Collection<Gap> gaps) {
        gaps.forEach(gap -> this.gaps.put(gap.id(), gap));
        this.parts = gaps.stream()
                .filter(gap -> gap.mergedInto().isPresent())
                .collect(Collectors.groupingBy(gap -> gap.mergedInto().orElseThrow()));
    }

    /** All gaps, in the order in which they were given. */
    List<Gap> gaps() {
        return List.copyOf(gaps.values());
    }

    /** The gap; empty when it is in none of the trees. */
    Optional<Gap> find(UUID id) {
        return Optional.ofNullable(gaps.get(id));
    }

    /** All that is merged into the gap, near and far, the nearest first. */
    List<Gap> mergedInto(Gap gap) {
        List<Gap> found = new ArrayList<>(parts.getOrDefault(gap.id(), List.of()));
        for (int next = 0; next < found.size(); next++) {
            found.addAll(parts.getOrDefault(found.get(next).id(), List.of()));
        }
        return found;
    }

    /** The features whose reports count in any of the gaps. */
    List<FeatureKey> features() {
        return gaps.values().stream().map(Gap::key).toList();
    }

    /** The reports that count in the gap, each once, in the order in which they were filed. */
    List<Mention> mentions(Gap gap, Map<FeatureKey, List<Mention>> byFeature) {
        List<Mention> own = byFeature.getOrDefault(gap.key(), List.of());
        List<Gap> merged = mergedInto(gap);
        if (merged.isEmpty()) {
            return own;
        }
        List<Mention> all = new ArrayList<>(own);
        merged.forEach(part -> all.addAll(byFeature.getOrDefault(part.key(), List.of())));
        return Mention.eachReportOnce(all);
    }

    /**
     * The gaps as their reports make them.
     *
     * @param newReports those that were not known before, which reopen what was declined or shipped
     */
    GapTrees counted(Map<FeatureKey, List<Mention>> byFeature, Set<UUID> newReports) {
        return new GapTrees(gaps.values().stream()
                .map(gap -> {
                    List<Mention> mentions = mentions(gap, byFeature);
                    return gap.heard(mentions, mentions.stream().anyMatch(it -> newReports.contains(it.reportId())));
                })
                .toList());
    }

    /** Why the one can't be merged into the other; empty when it can. */
    Optional<Rejection> refusesMerge(Gap gap, UUID into) {
        if (gap.id().equals(into)) {
            return Optional.of(Rejection.invalid("/into", "A gap can't be merged into itself"));
        }
        Gap other = gaps.get(into);
        if (other == null) {
            return Optional.of(Rejection.invalid("/into", "There is no such gap"));
        }
        if (!other.key().launchId().equals(gap.key().launchId())) {
            return Optional.of(Rejection.conflict(
                    "gap-of-another-launch",
                    "\"" + other.feature() + "\" is missed in another launch; only gaps of one launch can be one"));
        }
        return refusesWhenMerged(other);
    }

    /** Why nothing can be decided of the gap by itself; empty when it is not merged. */
    Optional<Rejection> refusesWhenMerged(Gap gap) {
        return gap.mergedInto()
                .flatMap(this::find)
                .map(whole -> Rejection.conflict(
                        "gap-merged",
                        "\"" + gap.feature() + "\" is merged into \"" + whole.feature() + "\" (" + whole.id()
                                + "); decide on that one, or unmerge this one first"));
    }

    /** The trees after a review that is possible and no merge. */
    GapTrees reviewed(Gap gap, Review review) {
        return with(gap.reviewed(review));
    }

    /** The trees after a merge that is possible; still to be counted. */
    GapTrees merged(Gap gap, UUID into, @Nullable String why) {
        return with(gap.mergedInto(into, why));
    }

    /** The trees after one that is merged stands for itself again; still to be counted. */
    GapTrees unmerged(Gap gap) {
        return with(gap.unmerged());
    }

    private GapTrees with(Gap changed) {
        return new GapTrees(gaps.values().stream()
                .map(gap -> gap.id().equals(changed.id()) ? changed : gap)
                .toList());
    }
}
