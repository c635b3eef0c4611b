package dev.greenlight.edge.problem;

/**
 * An error as RFC 9457 writes it, with Greenlight's stable code.
 *
 * @param type always {@code about:blank}: the code says more
 * @param title the same for all problems of the status
 * @param detail a sentence for the person who asked
 * @param code stable, kebab-case
 */
public record Problem(String type, String title, int status, String detail, String code) {
    private static final String NO_TYPE = "about:blank";

    /** Nobody is signed in and no token was sent. */
    public static Problem unauthenticated() {
        return new Problem(
                NO_TYPE,
                "Not signed in",
                401,
                "Sign in, or send an access token as Authorization: Bearer …",
                "token-required");
    }

    /** A session's call that changes something came without the session's CSRF token. */
    public static Problem forged() {
        return new Problem(
                NO_TYPE,
                "Not allowed",
                403,
                "This call lacks the page's CSRF token; reload the page and try again",
                "csrf-token-required");
    }

    /** What exists but isn't for this caller. */
    public static Problem forbidden() {
        return new Problem(NO_TYPE, "Not allowed", 403, "You may not do this", "forbidden");
    }

    /** No service has such a path. */
    public static Problem notFound(String path) {
        return new Problem(NO_TYPE, "Not found", 404, "There is nothing at " + path, "not-found");
    }

    /** A service does not answer at all. */
    public static Problem unavailable(String service) {
        return new Problem(
                NO_TYPE,
                "Service unavailable",
                503,
                service + " does not answer at the moment; nothing is known to have changed. Try again in a moment",
                "service-unavailable");
    }

    /** A service took a call and did not answer in time. */
    public static Problem timedOut(String service) {
        return new Problem(
                NO_TYPE,
                "Service too slow",
                504,
                service + " did not answer in time; look whether it was done before you try again",
                "service-timeout");
    }

    /** Something failed here, or the container refused the request. */
    public static Problem ofStatus(int status) {
        return status < 500
                ? new Problem(NO_TYPE, "The request is not valid", status, "The request can't be read", "invalid")
                : new Problem(
                        NO_TYPE,
                        "Something went wrong",
                        status,
                        "Something went wrong at the front door",
                        "internal-error");
    }
}
