package dev.greenlight.kit.http;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.problem.Rejection.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a POST safe to send again. The answer is remembered under the caller's {@code Idempotency-Key} in the transaction of
 * the call itself, so that there is either the effect and the answer, or neither. Of two calls with one key at the same time
 * the second waits for the first and gets its answer.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
public final class IdempotentCalls {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /** Remembers in the service's own database. */
    public IdempotentCalls(TransactionTemplate transactions, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work in one transaction, once for each key of a caller; without a key, simply in one transaction.
     *
     * @param body what was sent, as it was read
     * @param work makes the change and says the answer; what it refuses by an exception is rolled back and not remembered
     * @throws dev.greenlight.kit.problem.RejectedException 422 when the key was used for another request, 400 when it is
     *     no proper key
     */
    public <T> ResponseEntity<?> once(
            HttpServletRequest request, @Nullable Object body, Supplier<ResponseEntity<T>> work) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return inTransaction(work::get);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Rejection.invalid(HEADER, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters")
                    .asException();
        }
        String caller = String.valueOf(request.getRemoteUser());
        String hash = hash(request, body);
        return inTransaction(
                () -> reserve(caller, key, hash) ? remember(caller, key, work.get()) : replay(caller, key, hash));
    }

    private ResponseEntity<?> inTransaction(Supplier<ResponseEntity<?>> work) {
        ResponseEntity<?> answer = transactions.execute(status -> work.get());
        if (answer == null) {
            throw new IllegalStateException("A call has no answer");
        }
        return answer;
    }

    /** False when the key was used before; waits while a call with the same key is under way. */
    private boolean reserve(String caller, String key, String hash) {
        return jdbc.sql("""
                                INSERT INTO idempotency_key (caller, key, request_hash, created_at)
                                VALUES (?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(caller, key, hash, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private ResponseEntity<?> remember(String caller, String key, ResponseEntity<?> answer) {
        HttpHeaders headers = answer.getHeaders();
        jdbc.sql("""
                        UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ?
                         WHERE caller = ? AND key = ?
                        """)
                .params(Arrays.asList(
                        answer.getStatusCode().value(),
                        headers.getFirst(HttpHeaders.LOCATION),
                        headers.getETag(),
                        answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()),
                        caller,
                        key))
                .update();
        return answer;
    }

    private ResponseEntity<?> replay(String caller, String key, String hash) {
        Remembered remembered =
                jdbc.sql("""
                        SELECT request_hash, status, location, etag, body
                          FROM idempotency_key
                         WHERE caller = ? AND key = ?
                        """).params(caller, key).query(Remembered.class).single();
        if (!remembered.requestHash().equals(hash)) {
            throw new Rejection(
                            Kind.UNPROCESSABLE,
                            "idempotency-key-reused",
                            "This Idempotency-Key was used for another request; take a new one",
                            List.of())
                    .asException();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(remembered.status());
        if (remembered.location() != null) {
            answer.location(URI.create(remembered.location()));
        }
        if (remembered.etag() != null) {
            answer.eTag(remembered.etag());
        }
        return remembered.body() == null
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(remembered.body());
    }

    private String hash(HttpServletRequest request, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(body));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Remembered(
            String requestHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}
}
