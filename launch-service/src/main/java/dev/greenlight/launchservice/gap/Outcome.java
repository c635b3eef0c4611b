package dev.greenlight.launchservice.gap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a gap.
 *
 * @param reason why it is declined, what the workaround is, why it is the same as another
 * @param targetDate when an accepted one is to be closed
 * @param reopened it was decided, and new reports have opened it again
 */
public record Outcome(
        GapStatus status, @Nullable String reason, @Nullable LocalDate targetDate, boolean reopened) {
    /** Nobody has looked yet. */
    static final Outcome NONE = new Outcome(GapStatus.NEW, null, null, false);

    /** After a report that was not known before. */
    Outcome reportedAnew() {
        return status.isReopenedByReports() ? new Outcome(GapStatus.NEW, null, null, true) : this;
    }

    /** After a review that is possible. */
    Outcome after(Review review) {
        return new Outcome(
                review.decision(),
                review.reason(),
                review.targetDate(),
                reopened && !review.decision().isDecided());
    }
}
