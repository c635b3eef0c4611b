package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Makes the people of the embedded sign-in known to who tells them things, by the public interface and as an administrator.
 * Otherwise only those would be told who have signed in once.
 */
final class PeopleIntroduction {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final String PEOPLE = "/api/notifications/people";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    PeopleIntroduction(URI origin) {
        this.origin = origin;
    }

    /**
     * Adds those who are not known yet; whom an administrator has added or changed stays so.
     *
     * @return how many were added
     */
    int introduce(List<PeopleFile.Entry> people) {
        Optional<PeopleFile.Entry> admin =
                people.stream().filter(person -> person.is("admin")).findFirst();
        if (admin.isEmpty()) {
            return 0;
        }
        String token = token(admin.get());
        ArrayNode all = known(token);
        Set<String> ids = new HashSet<>();
        all.forEach(person -> ids.add(person.path("id").asString()));
        List<PeopleFile.Entry> added =
                people.stream().filter(person -> !ids.contains(person.id())).toList();
        added.forEach(person -> all.add(JSON.<JsonNode>valueToTree(person.description())));
        if (!added.isEmpty()) {
            String body = JSON.writeValueAsString(JSON.createObjectNode().set("items", all));
            send(HttpRequest.newBuilder(origin.resolve(PEOPLE))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body)));
        }
        return added.size();
    }

    private ArrayNode known(String token) {
        ArrayNode all = JSON.createArrayNode();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String page = cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get();
            JsonNode answer = send(HttpRequest.newBuilder(origin.resolve(PEOPLE + "?limit=200" + page))
                    .header("Authorization", "Bearer " + token));
            answer.path("items").forEach(all::add);
            cursor = Optional.of(answer.path("next")).filter(JsonNode::isString).map(JsonNode::asString);
        }
        return all;
    }

    private String token(PeopleFile.Entry admin) {
        String credentials = Base64.getEncoder()
                .encodeToString((admin.id() + ":" + admin.secret()).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=api")))
                .path("access_token")
                .asString();
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest call = request.timeout(ANSWER_WITHIN).build();
        try {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new PartFailure("The people could not be introduced: " + call.method() + " " + call.uri()
                        + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new PartFailure("The people could not be introduced: " + call.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while the people were introduced", e);
        }
    }
}
