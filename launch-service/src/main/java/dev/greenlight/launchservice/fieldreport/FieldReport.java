package dev.greenlight.launchservice.fieldreport;

import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one rep heard from one account about one launch.
 *
 * @param revision grows with each change: ended, an opportunity closed
 * @param asOf since when this revision holds
 * @param reporter user id
 * @param planRevision the plan that the rep spoke of
 */
public record FieldReport(
        UUID id,
        long revision,
        Instant asOf,
        MarketKey market,
        String segment,
        String account,
        String reporter,
        Instant reportedAt,
        long planRevision,
        Verdict verdict,
        @Nullable String text,
        List<MissingFeature> missing,
        List<Opportunity> opportunities,
        Status status,
        @Nullable String statusReason) {

    /** What the account said. */
    public enum Verdict {
        /** Nothing is missing. */
        NO_GAP,
        /** Something is missing. */
        GAP,
        /** Not without what is missing. */
        NOT_SELLABLE
    }

    /** Whether it still counts. */
    public enum Status {
        /** Counts. */
        STANDING,
        /** A correction took its place. */
        SUPERSEDED,
        /** Was taken back. */
        WITHDRAWN
    }

    /** How much a missing feature hurts, the least first. */
    public enum Severity {
        /** A wish. */
        MINOR(0),
        /** Hurts. */
        MAJOR(1),
        /** No sale without it. */
        BLOCKER(2);

        private final int rank;

        Severity(int rank) {
            this.rank = rank;
        }

        /** Higher for what hurts more; fixed, as it stands in the database. */
        public int rank() {
            return rank;
        }
    }

    /** A feature that a customer misses, in the reporter's words. */
    public record MissingFeature(String feature, Severity severity) {}

    /**
     * A sales opportunity behind a report.
     *
     * @param amount in minor units
     * @param estimated whether it is the product's list price
     */
    public record Opportunity(
            String id, String product, long amount, String currency, boolean estimated, boolean open) {}

    /** Takes copies. */
    public FieldReport {
        missing = List.copyOf(missing);
        opportunities = List.copyOf(opportunities);
    }

    /** Whether it counts. */
    public boolean isStanding() {
        return status == Status.STANDING;
    }

    /** How much one of its features hurts: what can't be sold is blocked by all that it lacks. */
    public Severity severityOf(MissingFeature feature) {
        return verdict == Verdict.NOT_SELLABLE ? Severity.BLOCKER : feature.severity();
    }
}
