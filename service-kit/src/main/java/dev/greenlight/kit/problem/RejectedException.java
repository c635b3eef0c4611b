package dev.greenlight.kit.problem;

/** Carries a {@link Rejection} out through a transaction, which it rolls back, to the HTTP answer. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** Carries the rejection. */
    public RejectedException(Rejection rejection) {
        super(rejection.code() + ": " + rejection.sentence(), null, false, false);
        this.rejection = rejection;
    }

    /** What was refused and why. */
    public Rejection rejection() {
        return rejection;
    }
}
