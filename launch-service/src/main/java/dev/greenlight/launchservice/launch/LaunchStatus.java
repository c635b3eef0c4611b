package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.transition.TransitionTable;
import java.util.List;
import java.util.Optional;

/**
 * Where a launch is in its life. READY is no status: it is what readiness says of a planned market.
 */
public enum LaunchStatus {
    /** Known to its author alone. */
    DRAFT,
    /** Published: sales commits, the field reports. */
    PLANNED,
    /** Set aside with a reason; goes back to where it came from. */
    ON_HOLD,
    /** At least one market is live. */
    LIVE,
    /** Over, after it was live. */
    CLOSED,
    /** Given up for good. */
    CANCELLED;

    /** What leads from one status to another. */
    public enum Action {
        /** Begins as a draft. */
        DRAFT("drafted"),
        /** Begins in the open. */
        PLAN("planned"),
        /** Shows a draft to all. */
        PUBLISH("published"),
        /** Sets it aside. */
        HOLD("put on hold"),
        /** Takes it up again. */
        RESUME("resumed"),
        /** Gives it up. */
        CANCEL("cancelled"),
        /** A decision let at least one of its markets go live. */
        GO("taken live"),
        /** Ends a live one. */
        CLOSE("closed");

        private final String done;

        Action(String done) {
            this.done = done;
        }

        /** The action in a sentence: "can't be …". */
        public String done() {
            return done;
        }
    }

    /** All that may become of a launch. */
    public static final TransitionTable<LaunchStatus, Action> TRANSITIONS =
            TransitionTable.<LaunchStatus, Action>builder()
                    .start(Action.DRAFT, DRAFT)
                    .start(Action.PLAN, PLANNED)
                    .step(DRAFT, Action.PUBLISH, PLANNED)
                    .step(PLANNED, Action.GO, LIVE)
                    .step(LIVE, Action.GO, LIVE)
                    .fromEach(List.of(PLANNED, LIVE), Action.HOLD, ON_HOLD)
                    .step(ON_HOLD, Action.RESUME, PLANNED, "no market is live")
                    .step(ON_HOLD, Action.RESUME, LIVE, "a market is live")
                    .step(LIVE, Action.CLOSE, CLOSED)
                    .fromEach(List.of(DRAFT, PLANNED, LIVE, ON_HOLD), Action.CANCEL, CANCELLED)
                    .build();

    /** Where an action leads; empty when it is not possible here. */
    Optional<LaunchStatus> after(Action action, boolean anyMarketLive) {
        List<LaunchStatus> possible = TRANSITIONS.after(this, action);
        return possible.size() < 2
                ? possible.stream().findFirst()
                : possible.stream()
                        .filter(next -> (next == LIVE) == anyMarketLive)
                        .findFirst();
    }

    /** Whether nothing more will come of the launch. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether its markets may be asked to go live. */
    public boolean mayGoLive() {
        return !TRANSITIONS.after(this, Action.GO).isEmpty();
    }

    /** The status as a person reads it. */
    public String words() {
        return switch (this) {
            case DRAFT -> "a draft";
            case PLANNED -> "planned";
            case ON_HOLD -> "on hold";
            case LIVE -> "live";
            case CLOSED -> "closed";
            case CANCELLED -> "cancelled";
        };
    }
}
