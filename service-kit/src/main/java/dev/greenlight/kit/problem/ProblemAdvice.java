package dev.greenlight.kit.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells every failure of a call as a problem with a stable code; what is unforeseen without any detail of our insides. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    @ExceptionHandler(RejectedException.class)
    ResponseEntity<ProblemDetail> rejected(RejectedException refused) {
        return told(Problems.of(refused.rejection()));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        log.warn("The database is away: {}", failure.getMessage());
        return unavailable(
                "The service can't reach its database right now; nothing was changed, try again in a moment");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String sentence) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", sentence));
    }

    /** An event could not be written, as its schema's id is not known yet and the registry does not answer. */
    @ExceptionHandler(SerializationException.class)
    ResponseEntity<ProblemDetail> registryAway(SerializationException failure) {
        log.warn("The schema registry is away", failure);
        return unavailable(
                "The service can't reach the schema registry right now; nothing was changed, try again in a moment");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unforeseen(Exception failure) {
        UUID reference = UUID.randomUUID();
        log.error("Unforeseen failure {}", reference, failure);
        return told(Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side; the log names it " + reference));
    }

    /** Parameters that are no text or no form; the server tells only when somebody asks for any of them. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> undecodable(Exception failure) {
        log.debug("Parameters can't be decoded", failure);
        return told(Problems.of(Rejection.invalid(
                "", "The parameters can't be decoded; they are text in UTF-8, percent-encoded, or a whole form")));
    }

    /** A path or query value of the wrong type: a thing with such an id can't exist. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException failure) {
        boolean inPath = failure.getParameter().hasParameterAnnotation(PathVariable.class);
        return told(
                inPath
                        ? Problems.of(Rejection.notFound("There is no such thing"))
                        : Problems.of(
                                Rejection.invalid(failure.getName(), failure.getName() + " is " + wanted(failure))));
    }

    private static String wanted(MethodArgumentTypeMismatchException failure) {
        Class<?> type = failure.getParameter().nestedIfOptional().getNestedParameterType();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                type = conversion.getTargetType().getType();
            }
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == UUID.class ? "an id as the answers have it" : "of another kind";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(unreadable(failure.getCause())));
    }

    private static Rejection unreadable(@Nullable Throwable cause) {
        if (cause instanceof StreamReadException malformed) {
            return new Rejection(
                    Rejection.Kind.INVALID,
                    "malformed-json",
                    "The body is no JSON: line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr(),
                    List.of());
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            String sentence = "There is no field \"" + unknown.getPropertyName() + "\" here";
            return new Rejection(
                    Rejection.Kind.INVALID, "unknown-field", sentence, List.of(new Fault(pointer(unknown), sentence)));
        }
        if (cause instanceof JacksonException wrongShape) {
            return Rejection.invalid(pointer(wrongShape), "is of the wrong type");
        }
        return new Rejection(Rejection.Kind.INVALID, "malformed-json", "A JSON body is needed", List.of());
    }

    private static String pointer(JacksonException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Everything that Spring itself refuses: its status stays, the code is that of the status. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        String sentence = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : status.getReasonPhrase();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(status, codeOf(status), sentence));
    }

    /** The type is said, not negotiated: a refusal is told even to who accepts nothing that we have. */
    private static ResponseEntity<ProblemDetail> told(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The stable code of a plain HTTP status, for example {@code method-not-allowed}. */
    static String codeOf(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST
                ? "invalid"
                : status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
