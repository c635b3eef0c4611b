package dev.greenlight.sales.commitment;

import dev.greenlight.kit.transition.TransitionTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a team's answer to a requirement stands; before there is one, it is requested. */
public enum CommitmentStatus {
    /** Promised, for the plan as it is. */
    CONFIRMED,
    /** Promised for an earlier plan whose window it no longer covers; its manager is asked again. */
    STALE,
    /** Taken back, with a reason. */
    WITHDRAWN,
    /** No longer asked for. */
    RELEASED,
    /** Refused, with a reason. */
    DECLINED;

    /** What leads from one status to another. */
    public enum Action {
        /** A manager promises, for the first time, anew, or the same again. */
        COMMIT,
        /** A manager can't give it, and perhaps says what could be given. */
        DECLINE,
        /** A manager takes a promise back. */
        WITHDRAW,
        /** People who are named in it have left the team. */
        PEOPLE_LEAVE,
        /** The plan has a new revision, and the promise holds for it. */
        PLAN_FITS,
        /** The plan has a new revision, and the promise does not hold for it. */
        PLAN_NO_LONGER_FITS,
        /** The requirement is dropped, or the launch is over. */
        RELEASE
    }

    /** All that may become of an answer. */
    public static final TransitionTable<CommitmentStatus, Action> TRANSITIONS =
            TransitionTable.<CommitmentStatus, Action>builder()
                    .start(Action.COMMIT, CONFIRMED)
                    .start(Action.DECLINE, DECLINED)
                    .fromEach(List.of(CONFIRMED, STALE, DECLINED, WITHDRAWN, RELEASED), Action.COMMIT, CONFIRMED)
                    .fromEach(List.of(STALE, DECLINED, WITHDRAWN, RELEASED), Action.DECLINE, DECLINED)
                    .fromEach(List.of(CONFIRMED, STALE), Action.WITHDRAW, WITHDRAWN)
                    .step(CONFIRMED, Action.PEOPLE_LEAVE, CONFIRMED, "others stay")
                    .step(CONFIRMED, Action.PEOPLE_LEAVE, WITHDRAWN, "nobody stays")
                    .step(STALE, Action.PEOPLE_LEAVE, STALE, "others stay")
                    .step(STALE, Action.PEOPLE_LEAVE, WITHDRAWN, "nobody stays")
                    .fromEach(List.of(CONFIRMED, STALE), Action.PLAN_FITS, CONFIRMED)
                    .fromEach(List.of(CONFIRMED, STALE), Action.PLAN_NO_LONGER_FITS, STALE)
                    .fromEach(List.of(CONFIRMED, STALE), Action.RELEASE, RELEASED)
                    .build();

    /** Whether an action is possible where an answer stands; null where there is none yet. */
    static boolean allows(@Nullable CommitmentStatus from, Action action) {
        return !TRANSITIONS.after(from, action).isEmpty();
    }

    /** Whether the people named in it are held for it. A stale one holds them too, so that confirming it again can't over-book. */
    public boolean bindsPeople() {
        return this == CONFIRMED || this == STALE;
    }
}
