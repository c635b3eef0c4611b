package dev.greenlight.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the front door as a script would, with or without a token. Sends once; what is answered is taken as it is. */
final class Visitor {
    private static final String SECRET = "demo";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final URI origin;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Visitor(URI origin) {
        this.origin = origin;
    }

    /**
     * What was answered.
     *
     * @param body an empty object where there was none
     */
    record Reply(int status, String contentType, Optional<String> etag, JsonNode body) {
        /** The body, when the call went well. */
        JsonNode good() {
            if (status >= 200 && status < 300) {
                return body;
            }
            throw new IllegalStateException("Answered with " + status + ": " + body);
        }
    }

    /**
     * A call that can be sent.
     *
     * @param authorization header; empty for nobody
     * @param encoding of the body
     */
    record Call(
            String method,
            String path,
            Optional<String> authorization,
            Map<String, String> headers,
            String body,
            Charset encoding) {

        Call with(String header, String value) {
            Map<String, String> more = new ConcurrentHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, authorization, Map.copyOf(more), body, encoding);
        }
    }

    /** A call by one of the people whom the embedded sign-in knows. */
    Call call(String person, String method, String path) {
        return new Call(method, path, Optional.of("Bearer " + token(person)), Map.of(), "", StandardCharsets.UTF_8);
    }

    /** The same call by somebody else. */
    static Call as(Optional<String> authorization, Call call) {
        return new Call(call.method(), call.path(), authorization, call.headers(), call.body(), call.encoding());
    }

    /** A call by one of them with a JSON body, or what passes for one. */
    Call call(String person, String method, String path, String json) {
        return new Call(
                method,
                path,
                Optional.of("Bearer " + token(person)),
                Map.of("Content-Type", "application/json"),
                json,
                StandardCharsets.UTF_8);
    }

    Reply get(String person, String path) {
        return send(call(person, "GET", path));
    }

    Reply send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(call.path()))
                .timeout(ANSWER_WITHIN)
                .method(call.method(), BodyPublishers.ofString(call.body(), call.encoding()));
        call.authorization().ifPresent(authorization -> request.header("Authorization", authorization));
        call.headers().forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag"),
                    json(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(call.method() + " " + call.path() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private String token(String person) {
        return tokens.computeIfAbsent(person, this::fetchToken);
    }

    private String fetchToken(String person) {
        String credentials =
                Base64.getEncoder().encodeToString((person + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Reply reply = send(new Call(
                "POST",
                "/oauth2/token",
                Optional.of("Basic " + credentials),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&scope=api",
                StandardCharsets.UTF_8));
        return reply.good().path("access_token").asString();
    }

    private static JsonNode json(String body) {
        JsonMapper mapper = JsonMapper.shared();
        return body.isBlank() ? mapper.createObjectNode() : mapper.readTree(body);
    }
}
