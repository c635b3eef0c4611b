package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.Mention;
import dev.greenlight.launchservice.gap.GapStatus.Action;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One missing feature of one launch, merged from all reports that name it or a gap that is merged into it.
 *
 * @param feature in the words of the first report
 * @param revision grows by one with each change; 0 before the first report is counted
 * @param merge into which gap it is merged; null when it stands for itself
 */
public record Gap(
        UUID id,
        FeatureKey key,
        String feature,
        long revision,
        Outcome outcome,
        Weight weight,
        @Nullable Merge merge) {
    /**
     * Checks that it is merged when it says so.
     *
     * @throws IllegalArgumentException when it is not
     */
    public Gap {
        if ((outcome.status() == GapStatus.MERGED) != (merge != null)) {
            throw new IllegalArgumentException("What is MERGED is merged into a gap, and nothing else is");
        }
    }

    /** A gap that is about to be counted for the first time. */
    static Gap named(UUID id, FeatureKey key, String feature) {
        return new Gap(id, key, feature, 0, Outcome.NONE, Weight.NONE, null);
    }

    /** What product has made of it so far. */
    public GapStatus status() {
        return outcome.status();
    }

    /** Why; null where there is nothing to say. */
    public @Nullable String reason() {
        return outcome.reason();
    }

    /** When an accepted one is to be closed; null for all others. */
    public @Nullable LocalDate targetDate() {
        return outcome.targetDate();
    }

    /** Whether it was decided, and new reports have opened it again. */
    public boolean reopened() {
        return outcome.reopened();
    }

    /** How much it hurts. */
    public Severity severity() {
        return weight.severity();
    }

    /** The markets whose standing reports name it. */
    public List<String> regions() {
        return weight.regions();
    }

    /** User ids of all who ever named it. */
    public List<String> reporters() {
        return weight.reporters();
    }

    /** Distinct accounts of standing reports. */
    public int breadth() {
        return weight.breadth();
    }

    /** Open business behind it. */
    public List<RevenueAtRisk> revenueAtRisk() {
        return weight.revenueAtRisk();
    }

    /** The gap that it is merged into; empty when it stands for itself. */
    public Optional<UUID> mergedInto() {
        return Optional.ofNullable(merge).map(Merge::into);
    }

    /** Whether it stands in the way of the markets that reported it; a merged one leaves that to the gap it is merged into. */
    boolean blocks() {
        return severity() == Severity.BLOCKER && !status().isDecided();
    }

    /**
     * The gap as all its reports make it; the same gap when they change nothing. What is merged is reopened too, unseen: it
     * must not be unmerged to a decision that knew nothing of the newest reports.
     *
     * @param mentions every report that names it or a gap that is merged into it
     * @param namedAnew whether a report that stands is among them that was not known before
     */
    Gap heard(Collection<Mention> mentions, boolean namedAnew) {
        Weight heard = Weight.of(mentions);
        if (!namedAnew) {
            return next(outcome, heard, merge);
        }
        return merge == null
                ? next(outcome.reportedAnew(), heard, null)
                : next(outcome, heard, new Merge(merge.into(), merge.before().reportedAnew()));
    }

    /** Why product can't say this now; empty when it can. */
    Optional<Rejection> refuses(Review review) {
        if (!review.faults().isEmpty()) {
            return Optional.of(Rejection.invalid(review.faults()));
        }
        if (status().mayBecome(review.decision())) {
            return Optional.empty();
        }
        String why = switch (review.decision()) {
            case VERIFIED -> ": only what was SHIPPED can be verified";
            default -> status() == GapStatus.VERIFIED ? ": it is closed for good" : "";
        };
        return Optional.of(Rejection.conflict(
                "gap-status", "A gap that is " + status() + " can't become " + review.decision() + why));
    }

    /** The gap after a review that is possible and no merge; the same gap when it says nothing new. */
    Gap reviewed(Review review) {
        return status() == review.decision()
                        && Objects.equals(reason(), review.reason())
                        && Objects.equals(targetDate(), review.targetDate())
                ? this
                : next(reached(Action.of(review.decision()).orElseThrow(), outcome.after(review)), weight, null);
    }

    /** The gap as another one's part. */
    Gap mergedInto(UUID other, @Nullable String why) {
        return next(
                reached(Action.MERGE, new Outcome(GapStatus.MERGED, why, null, false)),
                weight,
                new Merge(other, outcome));
    }

    /** Why it can't be unmerged; empty when it can. */
    Optional<Rejection> refusesUnmerge() {
        return merge == null
                ? Optional.of(Rejection.conflict(
                        "gap-status", "A gap that is " + status() + " is not merged, so it can't be unmerged"))
                : Optional.empty();
    }

    /**
     * The gap by itself again, as it was.
     *
     * @throws NullPointerException when it is not merged
     */
    Gap unmerged() {
        return next(reached(Action.UNMERGE, Objects.requireNonNull(merge).before()), weight, null);
    }

    private Outcome reached(Action action, Outcome next) {
        GapStatus.TRANSITIONS.reach(status(), action, next.status());
        return next;
    }

    private Gap next(Outcome nextOutcome, Weight nextWeight, @Nullable Merge nextMerge) {
        boolean same = nextOutcome.equals(outcome) && nextWeight.equals(weight) && Objects.equals(nextMerge, merge);
        return same ? this : new Gap(id, key, feature, revision + 1, nextOutcome, nextWeight, nextMerge);
    }
}
