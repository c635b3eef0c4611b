package dev.greenlight.sales.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A launch as sales has last heard of it, without its markets.
 *
 * @param revision the launch's own, which sales never changes
 * @param planRevision the last revision that changed the plan itself
 * @param statusSince since when it has its status
 * @param pendingDecision the go-live decision for which sales keeps its side of the launch frozen; null when there is none
 */
public record Launch(
        UUID id,
        long revision,
        long planRevision,
        String product,
        String name,
        String owner,
        LaunchStatus status,
        Instant statusSince,
        @Nullable UUID pendingDecision) {
    /** How long promises to a launch on hold still bind the people named in them. */
    private static final Duration HOLD_BINDS_FOR = Duration.ofDays(14);

    /** Whether a go-live decision is being made: what it is made on must not change meanwhile. */
    public boolean isFrozen() {
        return pendingDecision != null;
    }

    /** Whether hearing of {@code next} ends the freeze for the decision that is pending now. */
    public boolean freezeEndsWith(Launch next) {
        return isFrozen() && !Objects.equals(pendingDecision, next.pendingDecision);
    }

    /** Whether what is promised to this launch counts against other launches: not when it has long been on hold. */
    public boolean bindsPeopleAt(Instant now) {
        return status != LaunchStatus.ON_HOLD || now.isBefore(holdBindsUntil());
    }

    /** Until when what is promised to it binds people, if it is on hold and stays so. */
    public Instant holdBindsUntil() {
        return statusSince.plus(HOLD_BINDS_FOR);
    }

    /** Whether {@code next} tells of another hold, or of the first one. */
    public boolean isPutOnHoldBy(Launch next) {
        return next.status == LaunchStatus.ON_HOLD && !isOnTheHoldOf(next);
    }

    /** Whether {@code next} tells that the hold on which it is has ended, perhaps to be followed by another. */
    public boolean isTakenOffHoldBy(Launch next) {
        return status == LaunchStatus.ON_HOLD && !isOnTheHoldOf(next);
    }

    private boolean isOnTheHoldOf(Launch next) {
        return status == LaunchStatus.ON_HOLD
                && next.status == LaunchStatus.ON_HOLD
                && statusSince.equals(next.statusSince);
    }
}
