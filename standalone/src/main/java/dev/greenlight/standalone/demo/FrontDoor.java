package dev.greenlight.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenlight.standalone.demo.Demo.DemoFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public interface, used as any script would use it: everyone with a token of their own, and every change with a key that
 * makes it safe to send again. While a service is away it is asked again for a time, as one that was ended is started again
 * at once. Not safe for use by several threads.
 */
final class FrontDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    /** Bad gateway, unavailable, gateway timeout: the service is away, and nobody knows whether it has heard us. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final URI origin;
    private final Interlude interlude;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Person, String> tokens = new EnumMap<>(Person.class);

    FrontDoor(URI origin, Interlude interlude) {
        this(origin, interlude, PATIENCE);
    }

    /** @param patience for how long a service that is away is asked again */
    FrontDoor(URI origin, Interlude interlude, Duration patience) {
        this.origin = origin;
        this.interlude = interlude;
        this.patience = patience;
    }

    /** What was answered to one call. */
    record Answer(String call, int status, Optional<String> etag, Optional<String> location, JsonNode body) {
        /**
         * The body, when the status is one of these.
         *
         * @throws DemoFailure with the problem's own sentence when it is another
         */
        JsonNode expect(Integer... statuses) {
            if (Set.of(statuses).contains(status)) {
                return body;
            }
            throw new DemoFailure(call + " was answered with " + status + " " + problem());
        }

        private String problem() {
            String sentence =
                    body.path("code").asString("") + ": " + body.path("detail").asString(body.toString());
            String fields = StreamSupport.stream(body.path("errors").spliterator(), false)
                    .map(error -> error.path("pointer").asString("") + " "
                            + error.path("detail").asString(""))
                    .collect(Collectors.joining("; "));
            return fields.isEmpty() ? sentence : sentence + " (" + fields + ")";
        }
    }

    Answer get(Person who, String path) {
        return call(who, "GET", path, request -> request.GET());
    }

    /** @param key the same for the same wish, however often it is sent */
    Answer post(Person who, String path, Object body, String key) {
        return call(
                who,
                "POST",
                path,
                request -> request.POST(json(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key));
    }

    /** @param revision what the caller has seen */
    Answer postSeeing(Person who, String path, String revision, Object body, String key) {
        return call(
                who,
                "POST",
                path,
                request -> request.POST(json(body))
                        .header("Content-Type", "application/json")
                        .header("If-Match", revision)
                        .header("Idempotency-Key", key));
    }

    Answer put(Person who, String path, Object body) {
        return call(who, "PUT", path, request -> request.PUT(json(body)).header("Content-Type", "application/json"));
    }

    Answer postCsv(Person who, String path, byte[] file, String key) {
        return call(
                who,
                "POST",
                path,
                request -> request.POST(BodyPublishers.ofByteArray(file))
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key));
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer call(Person who, String method, String path, Shape shape) {
        HttpRequest request = shape.of(HttpRequest.newBuilder(origin.resolve(path)))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token(who))
                .header("Accept", "application/json, application/problem+json")
                .build();
        interlude.calling(who, method, path);
        Answer answer = send(who.firstName() + "'s " + method + " " + path, request);
        interlude.answered(who, method, path, answer.status());
        return answer;
    }

    private String token(Person who) {
        return tokens.computeIfAbsent(who, this::fetchToken);
    }

    private String fetchToken(Person who) {
        String credentials =
                Base64.getEncoder().encodeToString((who.id() + ":" + Person.SECRET).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=api"))
                .build();
        return send(who.firstName() + "'s sign-in at /oauth2/token", request)
                .expect(200)
                .path("access_token")
                .asString();
    }

    private Answer send(String call, HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Attempt attempt = attempt(call, request);
            if (attempt.answer().isPresent()) {
                return attempt.answer().get();
            }
            if (System.nanoTime() > end) {
                throw new DemoFailure(call + " was not answered within " + patience.toSeconds() + " s: "
                        + attempt.trouble() + ". ./greenlight status shows which part is away");
            }
            pause(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    /** Either an answer, or why there was none. */
    private record Attempt(Optional<Answer> answer, String trouble) {}

    private Attempt attempt(String call, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (AWAY.contains(response.statusCode())) {
                return new Attempt(Optional.empty(), response.statusCode() + " " + response.body());
            }
            return new Attempt(
                    Optional.of(new Answer(
                            call,
                            response.statusCode(),
                            response.headers().firstValue("ETag"),
                            response.headers().firstValue("Location"),
                            parse(call, response))),
                    "");
        } catch (IOException e) {
            return new Attempt(Optional.empty(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted during " + call, e);
        }
    }

    private static JsonNode parse(String call, HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new DemoFailure(
                    call + " was answered with " + response.statusCode() + " and no JSON: " + response.body(), e);
        }
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted", e);
        }
    }
}
