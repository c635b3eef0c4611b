package dev.greenlight.notification.inbox;

import dev.greenlight.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's calls. */
final class Inbox {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI service;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    Inbox(int port, String person) {
        this(address(port), TestTokens.shared().token(person));
    }

    Inbox(int port, String person, List<String> roles, List<String> regions) {
        this(address(port), TestTokens.shared().token(person, roles, regions));
    }

    private Inbox(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port + "/api/notifications");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return http.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream() throws IOException, InterruptedException {
        return http.send(
                request("/stream").header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
    }

    /** All of the person's threads about the launch, newest first. */
    List<JsonNode> about(UUID launch) {
        return items("?limit=200").stream()
                .filter(item -> item.path("launch").asString().equals(launch.toString()))
                .toList();
    }

    Optional<JsonNode> thread(UUID launch, String kind) {
        return about(launch).stream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .findFirst();
    }

    List<JsonNode> items(String query) {
        try {
            HttpResponse<String> answer = get(query);
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return StreamSupport.stream(
                            JSON.readTree(answer.body()).path("items").spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).header("Authorization", "Bearer " + token);
    }
}
