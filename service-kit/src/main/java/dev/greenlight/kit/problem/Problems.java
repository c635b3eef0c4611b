package dev.greenlight.kit.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Makes RFC 9457 problem details with a stable {@code code}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problems {
    private Problems() {}

    /** The problem that tells a refusal. */
    public static ProblemDetail of(Rejection rejection) {
        return of(
                rejection.kind().status(),
                rejection.kind().title(),
                rejection.code(),
                rejection.sentence(),
                rejection.errors());
    }

    /** A problem of a status that is no refusal of ours, for example 401 or 503. */
    public static ProblemDetail of(HttpStatus status, String code, String sentence) {
        return of(status.value(), status.getReasonPhrase(), code, sentence, List.of());
    }

    private static ProblemDetail of(int status, String title, String code, String sentence, List<Fault> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence);
        problem.setTitle(title);
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
