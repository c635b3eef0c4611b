package dev.greenlight.launchservice.waiver;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What may speak against a waiver that stands. It is asked anew whenever a market is judged: owners change, plans are edited, and
 * only then is it known who asks to go live.
 */
public enum WaiverDoubt {
    /** Nobody waives a condition of their own launch, not by becoming its owner later either. */
    APPROVER_OWNS_THE_LAUNCH {
        @Override
        Optional<String> against(Waiver waiver, Circumstances now) {
            return waiver.approver().equals(now.owner())
                    ? Optional.of(waiver.approver() + " owns the launch")
                    : Optional.empty();
        }
    },
    /** Nobody goes live alone: who asks for it has not waived anything that is in the way. */
    APPROVER_ASKED_TO_GO_LIVE {
        @Override
        Optional<String> against(Waiver waiver, Circumstances now) {
            return now.requester().filter(waiver.approver()::equals).map(requester -> requester + " asked to go live");
        }
    },
    /** Leadership saw something else than what is asked now. */
    DEMAND_CHANGED {
        @Override
        Optional<String> against(Waiver waiver, Circumstances now) {
            return waiver.demand().covers(now.demand())
                    ? Optional.empty()
                    : Optional.of("it was given for " + waiver.demand().words());
        }
    };

    /**
     * Under what a waiver is looked at.
     *
     * @param demand what the condition asks now
     * @param owner user id of the launch's owner
     * @param requester user id of who asks to go live; empty when nobody does
     */
    public record Circumstances(Demand demand, String owner, Optional<String> requester) {}

    /** Why the waiver does not count; empty when this has nothing against it. */
    abstract Optional<String> against(Waiver waiver, Circumstances now);

    /** The first reason of all for which a waiver that {@linkplain Waiver#standsAt(Instant) stands} does not count. */
    public static Optional<String> first(Waiver waiver, Circumstances now) {
        return Arrays.stream(values())
                .flatMap(doubt -> doubt.against(waiver, now).stream())
                .findFirst();
    }
}
