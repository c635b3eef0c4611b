package dev.greenlight.launchservice.launch;

import java.util.Map;
import java.util.Optional;

/**
 * Where a launch is in its life. READY is no status: it is what readiness says of a planned market.
 *
 * <p>Going live is not in the table of what people do: it is what a decision does to a PLANNED launch.
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

    /** What a person may do to a launch's status. */
    public enum Action {
        /** Shows a draft to all. */
        PUBLISH("published"),
        /** Sets it aside. */
        HOLD("put on hold"),
        /** Takes it up again. */
        RESUME("resumed"),
        /** Gives it up. */
        CANCEL("cancelled"),
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

    private static final Map<LaunchStatus, Map<Action, LaunchStatus>> TRANSITIONS = Map.of(
            DRAFT, Map.of(Action.PUBLISH, PLANNED, Action.CANCEL, CANCELLED),
            PLANNED, Map.of(Action.HOLD, ON_HOLD, Action.CANCEL, CANCELLED),
            LIVE, Map.of(Action.HOLD, ON_HOLD, Action.CANCEL, CANCELLED, Action.CLOSE, CLOSED),
            ON_HOLD, Map.of(Action.RESUME, PLANNED, Action.CANCEL, CANCELLED),
            CLOSED, Map.of(),
            CANCELLED, Map.of());

    /** Where an action leads; empty when it is not possible here. A launch with live markets resumes to LIVE instead. */
    public Optional<LaunchStatus> after(Action action) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(action));
    }

    /** Whether nothing more will come of the launch. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether its markets may be asked to go live. */
    public boolean mayGoLive() {
        return this == PLANNED || this == LIVE;
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
