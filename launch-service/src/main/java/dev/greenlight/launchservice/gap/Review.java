package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What product says of a gap.
 *
 * @param reason why it is declined, or what the workaround is
 * @param targetDate when an accepted one is to be closed
 */
public record Review(
        GapStatus decision,
        @Nullable String reason,
        @Nullable LocalDate targetDate) {
    static final String DECISIONS = "is UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED or VERIFIED";

    /** What a decision like this one must say and does not. */
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
        return faults;
    }
}
