package dev.greenlight.simulation;

/** An invariant does not hold. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Invariant invariant;

    Violation(Invariant invariant, String detail) {
        super(invariant + ": " + detail, null, false, false);
        this.invariant = invariant;
    }

    Violation(Invariant invariant, String detail, Throwable cause) {
        super(invariant + ": " + detail, cause);
        this.invariant = invariant;
    }

    /** Which one. */
    public Invariant invariant() {
        return invariant;
    }
}
