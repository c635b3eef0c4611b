package dev.greenlight.sales.fieldreport;

import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.MarketPlan;
import dev.greenlight.sales.launch.ReportCounts;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one rep heard from one account about one launch. It is never edited: a correction supersedes it, a withdrawal keeps it
 * readable.
 *
 * @param revision how often it was published; 0 while it is held back because a go-live decision is being made
 * @param reporter user id of the rep
 * @param planRevision the plan that sales had seen when it was filed
 * @param statusReason why it was withdrawn
 * @param supersedes the report that this one corrects
 * @param ending how it ended while a decision was pending, which takes effect after it
 */
public record FieldReport(
        UUID id,
        long revision,
        MarketKey market,
        String segment,
        String account,
        String reporter,
        Instant reportedAt,
        long planRevision,
        ReportVerdict verdict,
        @Nullable String text,
        List<MissingFeature> gaps,
        List<NamedOpportunity> opportunities,
        ReportStatus status,
        @Nullable String statusReason,
        @Nullable UUID supersedes,
        @Nullable Ending ending) {
    /** Takes copies. */
    public FieldReport {
        gaps = List.copyOf(gaps);
        opportunities = List.copyOf(opportunities);
    }

    /** Whether nobody but sales knows of it yet. */
    public boolean isHeld() {
        return revision == 0;
    }

    /** Whether it was made for a price or a positioning that has changed since, so that it no longer answers to its quota. */
    boolean isOutdated(MarketPlan plan) {
        return planRevision < plan.pitchRevision();
    }

    /** Whether it can still be corrected or withdrawn. */
    public boolean stands() {
        return status == ReportStatus.STANDING && ending == null;
    }

    /** Its first revision, for everyone to know. */
    FieldReport published() {
        return with(revision + 1, status, statusReason, ending);
    }

    /** It ends now. */
    FieldReport ended(Ending how) {
        return with(revision + 1, how.status(), how.reason(), null);
    }

    /** It will end when the pending decision has fallen. */
    FieldReport endedLater(Ending how) {
        return with(revision, status, statusReason, how);
    }

    /** No decision is pending any more: what was held back takes effect. */
    FieldReport released() {
        return ending == null ? published() : ended(ending);
    }

    /** What releasing it adds to the counts of its market. */
    ReportCounts countsWhenReleased() {
        return new ReportCounts(isHeld() ? 1 : 0, ending == null ? 0 : 1);
    }

    /** Its next revision, with what the CRM now says of its opportunities; a held one stays unpublished. */
    FieldReport withOpportunities(List<NamedOpportunity> current) {
        return new FieldReport(
                id,
                isHeld() ? 0 : revision + 1,
                market,
                segment,
                account,
                reporter,
                reportedAt,
                planRevision,
                verdict,
                text,
                gaps,
                current,
                status,
                statusReason,
                supersedes,
                ending);
    }

    private FieldReport with(
            long newRevision, ReportStatus newStatus, @Nullable String newReason, @Nullable Ending newEnding) {
        return new FieldReport(
                id,
                newRevision,
                market,
                segment,
                account,
                reporter,
                reportedAt,
                planRevision,
                verdict,
                text,
                gaps,
                opportunities,
                newStatus,
                newReason,
                supersedes,
                newEnding);
    }
}
