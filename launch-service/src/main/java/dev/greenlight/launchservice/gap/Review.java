package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What product says of a gap.
 *
 * @param reason why it is declined, or what the workaround is
 * @param targetDate when an accepted one is to be closed
 * @param into the gap that a merged one is the same as
 */
public record Review(
        GapStatus decision,
        @Nullable String reason,
        @Nullable LocalDate targetDate,
        @Nullable UUID into) {
    static final String DECISIONS = "is UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, MERGED, SHIPPED or VERIFIED";

    /** What a decision like this one must say and does not, or says and must not. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (decision == GapStatus.NEW) {
            faults.add(new Fault("/decision", DECISIONS));
        }
        if (decision == GapStatus.ACCEPTED && targetDate == null) {
            faults.add(new Fault("/targetDate", "An accepted gap needs the date by which it is to be closed"));
        }
        if (decision == GapStatus.DECLINED && reason == null) {
            faults.add(new Fault("/reason", "A declined gap needs a reason for those who reported it"));
        }
        if (decision == GapStatus.WORKAROUND && reason == null) {
            faults.add(new Fault("/reason", "Say what the workaround is"));
        }
        if (decision == GapStatus.MERGED && into == null) {
            faults.add(new Fault("/into", "Say which gap it is the same as"));
        }
        if (decision != GapStatus.MERGED && into != null) {
            faults.add(new Fault("/into", "is only for MERGED"));
        }
        return faults;
    }
}
