package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One missing feature of one launch, merged from all reports that name it.
 *
 * @param feature in the words of the first report
 * @param revision grows by one with each change; 0 before the first report is counted
 * @param severity the highest of the standing reports; stays as it was when none stands any more
 * @param regions the markets whose standing reports name it; it stands in nobody else's way
 * @param reporters user ids of all who ever named it
 * @param breadth distinct accounts of standing reports
 * @param reopened it was decided, and new reports have opened it again
 */
public record Gap(
        UUID id,
        FeatureKey key,
        String feature,
        long revision,
        Severity severity,
        GapStatus status,
        @Nullable String reason,
        @Nullable LocalDate targetDate,
        List<String> regions,
        List<String> reporters,
        int breadth,
        List<RevenueAtRisk> revenueAtRisk,
        boolean reopened) {
    /** Takes copies. */
    public Gap {
        regions = List.copyOf(regions);
        reporters = List.copyOf(reporters);
        revenueAtRisk = List.copyOf(revenueAtRisk);
    }

    /** A gap that is about to be counted for the first time. */
    static Gap named(UUID id, FeatureKey key, String feature) {
        return new Gap(
                id,
                key,
                feature,
                0,
                Severity.MINOR,
                GapStatus.NEW,
                null,
                null,
                List.of(),
                List.of(),
                0,
                List.of(),
                false);
    }

    /**
     * The gap as all its reports make it; the same gap when they change nothing.
     *
     * @param mentions every report that names it
     * @param namedAnew whether a report that stands is among them that was not known before
     */
    Gap heard(List<Mention> mentions, boolean namedAnew) {
        List<Mention> standing = mentions.stream().filter(Mention::isStanding).toList();
        boolean reopens = namedAnew && status.isReopenedByReports();
        Gap next = new Gap(
                id,
                key,
                feature,
                revision,
                standing.stream()
                        .map(Mention::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(severity),
                reopens ? GapStatus.NEW : status,
                reopens ? null : reason,
                reopens ? null : targetDate,
                standing.stream().map(Mention::region).distinct().sorted().toList(),
                mentions.stream().map(Mention::reporter).distinct().sorted().toList(),
                (int) standing.stream().map(Mention::account).distinct().count(),
                RevenueAtRisk.of(standing),
                reopened || reopens);
        return next.equals(this) ? this : next.inNextRevision();
    }

    /** Why product can't say this now; empty when it can. */
    Optional<Rejection> refuses(Review review) {
        if (!review.faults().isEmpty()) {
            return Optional.of(Rejection.invalid(review.faults()));
        }
        if (status.mayBecome(review.decision())) {
            return Optional.empty();
        }
        String why = review.decision() == GapStatus.VERIFIED ? ": only what was SHIPPED can be verified" : "";
        return Optional.of(Rejection.conflict(
                "gap-status", "A gap that is " + status + " can't become " + review.decision() + why));
    }

    /** The gap after a review that is possible; the same gap when it says nothing new. */
    Gap reviewed(Review review) {
        if (status == review.decision()
                && Objects.equals(reason, review.reason())
                && Objects.equals(targetDate, review.targetDate())) {
            return this;
        }
        return new Gap(
                        id,
                        key,
                        feature,
                        revision,
                        severity,
                        review.decision(),
                        review.reason(),
                        review.targetDate(),
                        regions,
                        reporters,
                        breadth,
                        revenueAtRisk,
                        reopened && !review.decision().isDecided())
                .inNextRevision();
    }

    /** Whether it stands in the way of the markets that reported it. */
    boolean blocks() {
        return severity == Severity.BLOCKER && !status.isDecided();
    }

    private Gap inNextRevision() {
        return new Gap(
                id,
                key,
                feature,
                revision + 1,
                severity,
                status,
                reason,
                targetDate,
                regions,
                reporters,
                breadth,
                revenueAtRisk,
                reopened);
    }
}
