package dev.greenlight.kit.trace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C trace context of what the current thread works on, for example
 * {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01}. It stands in the log's MDC, so that log lines carry it too.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class Traceparent {
    /** The HTTP header, and the key in the log's MDC. */
    public static final String NAME = "traceparent";

    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The current trace context; null when there is none. */
    public static @Nullable String current() {
        return MDC.get(NAME);
    }

    static boolean isValid(@Nullable String header) {
        return header != null && FORMAT.matcher(header).matches();
    }
}
