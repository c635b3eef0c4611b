package dev.greenlight.kit.problem;

import java.util.List;

/**
 * A refusal, as a value: it carries the sentence that the person will read and a code that programs can rely on.
 *
 * @param kind what sort of refusal it is; gives the HTTP status
 * @param code stable, kebab-case
 * @param sentence for the person who asked
 * @param errors every faulty field, where fields are at fault
 */
public record Rejection(Kind kind, String code, String sentence, List<Fault> errors) {

    /** The sorts of refusal, each with its HTTP status. */
    public enum Kind {
        INVALID(400, "The request is not valid"),
        FORBIDDEN(403, "Not allowed"),
        NOT_FOUND(404, "Not found"),
        CONFLICT(409, "A rule refuses this"),
        STALE(412, "Someone else was faster"),
        TOO_LARGE(413, "Too large"),
        UNSUPPORTED(415, "Unsupported media type"),
        UNPROCESSABLE(422, "Can't be processed"),
        PRECONDITION_REQUIRED(428, "If-Match is required");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }

        /** A short title, the same for all refusals of the kind. */
        public String title() {
            return title;
        }
    }

    /** Takes a copy of the errors. */
    public Rejection {
        errors = List.copyOf(errors);
    }

    /** What was sent is wrong in itself; every faulty field is named. */
    public static Rejection invalid(List<Fault> errors) {
        String sentence = errors.size() == 1
                ? errors.get(0).detail()
                : errors.size() + " fields are not right; each is named in errors";
        return new Rejection(Kind.INVALID, "invalid", sentence, errors);
    }

    /** One field, or the whole, is wrong in itself. */
    public static Rejection invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    /** The caller may not do this. */
    public static Rejection forbidden(String code, String sentence) {
        return new Rejection(Kind.FORBIDDEN, code, sentence, List.of());
    }

    /** There is no such thing, or the caller may not know of it. */
    public static Rejection notFound(String sentence) {
        return new Rejection(Kind.NOT_FOUND, "not-found", sentence, List.of());
    }

    /** A rule refuses. */
    public static Rejection conflict(String code, String sentence) {
        return new Rejection(Kind.CONFLICT, code, sentence, List.of());
    }

    /** The writer saw an older revision than the current one. */
    public static Rejection stale(long seen, long current) {
        return new Rejection(
                Kind.STALE,
                "stale-revision",
                "This was changed meanwhile: you saw revision " + seen + ", now it is revision " + current
                        + "; read it again and decide anew",
                List.of());
    }

    /** This refusal on its way out of the shell. */
    public RejectedException asException() {
        return new RejectedException(this);
    }
}
