package dev.greenlight.kit.http;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.problem.Rejection.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The revision that a writer saw, from the {@code If-Match} header; null when the header was not sent. A controller takes it
 * as a parameter.
 */
public record IfMatch(@Nullable Long revision) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** Reads the header. A tag that is no revision of ours is refused rather than taken for absent. */
    static IfMatch parse(@Nullable String header) {
        if (header == null) {
            return new IfMatch(null);
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new Rejection(
                            Kind.INVALID,
                            "invalid-if-match",
                            "If-Match is the ETag that you read, for example \"7\" with the quotes",
                            List.of())
                    .asException();
        }
        return new IfMatch(Long.parseLong(tag.group(1)));
    }

    /**
     * The revision, where a call can't do without.
     *
     * @throws dev.greenlight.kit.problem.RejectedException 428 when the header was not sent
     */
    public long required() {
        if (revision == null) {
            throw new Rejection(
                            Kind.PRECONDITION_REQUIRED,
                            "if-match-required",
                            "Send If-Match with the ETag of what you read, so that nobody's change is overwritten",
                            List.of())
                    .asException();
        }
        return revision;
    }

    /** The refusal when the writer saw another revision than the current one; empty when it is the same or none was sent. */
    public Optional<Rejection> against(long current) {
        return revision == null || revision == current
                ? Optional.empty()
                : Optional.of(Rejection.stale(revision, current));
    }
}
