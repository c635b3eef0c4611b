package dev.greenlight.sales.launch;

/** Where a launch is in its life, as sales has heard it. */
public enum LaunchStatus {
    /** Concerns nobody but its author. */
    DRAFT("is a draft and not published yet"),
    /** Staff and reports are asked for. */
    PLANNED("is planned"),
    /** Nothing is asked for until it is resumed. */
    ON_HOLD("is on hold"),
    /** At least one market is live. */
    LIVE("is live"),
    /** Done. */
    CLOSED("is closed"),
    /** Given up, for good. */
    CANCELLED("is cancelled");

    private final String predicate;

    LaunchStatus(String predicate) {
        this.predicate = predicate;
    }

    /** The end of a sentence that begins with the launch, for example "is on hold". */
    public String predicate() {
        return predicate;
    }

    /** Whether staff is asked for. */
    public boolean takesCommitments() {
        return this == PLANNED || this == LIVE;
    }

    /** Whether nothing will ever be asked for again. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }
}
