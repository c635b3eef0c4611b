package dev.greenlight.kit.staffing;

import java.util.Optional;

/**
 * What a team promised, as far as it decides what a new plan makes of the promise. Sales applies this to its commitments, and
 * marketing is shown it before a plan is saved: one rule, so that the preview can't say something else than what happens.
 *
 * @param role whom the team promised, for example {@code account-executive}
 * @param window the days on which they are there
 * @param answered the window of the requirement that the team answered; wider than {@code window} when the team gives a part
 */
public record Promise(String role, DateWindow window, DateWindow answered) {

    /** What a plan makes of a promise. */
    public enum Fate {
        /** Holds, and is carried to the plan. */
        STANDS,
        /** Does not fit the window any more; its manager is asked to reconfirm. */
        STALE,
        /** Nobody asks for it any more. */
        RELEASED
    }

    /** What a plan asks for where the promise was made. */
    public record Ask(String role, DateWindow window) {}

    /**
     * The promise's fate. The window alone decides whether it stands, compared with the window that was answered, and not the
     * way on which the plan came there: a plan that was skipped in between changes nothing. A requirement that keeps its id but
     * asks for another role is another one: the role of the promise is dropped.
     *
     * @param ask what the plan asks for; empty when the requirement is dropped, or the launch is over
     */
    public Fate under(Optional<Ask> ask) {
        return ask.filter(it -> it.role().equalsIgnoreCase(role))
                .map(it -> fits(it.window()) ? Fate.STANDS : Fate.STALE)
                .orElse(Fate.RELEASED);
    }

    /** A promise for a part of the window (another team gives the rest) holds as long as the window is the one it was made for. */
    private boolean fits(DateWindow asked) {
        return answered.equals(asked) || window.covers(asked);
    }
}
