package dev.greenlight.standalone.part;

/** A part did not start, or not in time. The message is meant for the person at the terminal. */
public final class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
