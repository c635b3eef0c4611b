package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.testing.EventLog;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The running service on real Kafka, registry and PostgreSQL, spoken to as clients and as sales would. */
@OnPlatform(database = "launch")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "greenlight.decision.patience=PT30S")
abstract class LaunchServiceIT {
    /** The market's zone; on its today the launches of these tests may go live. */
    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    final JsonMapper json = JsonMapper.builder().build();
    final EventLog log = EventLog.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /** An answer with its body as JSON. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String field) {
            return body.path(field).asString("");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        UUID id() {
            return UUID.fromString(text("id"));
        }
    }

    Answer get(String who, String path) {
        return send(who, "GET", path, null);
    }

    Answer post(String who, String path, @Nullable Object body, String... headers) {
        return send(who, "POST", path, body, headers);
    }

    Answer put(String who, String path, Object body, String... headers) {
        return send(who, "PUT", path, body, headers);
    }

    Answer send(String who, String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(
                                        body instanceof String text ? text : json.writeValueAsString(body)));
        if (!who.isEmpty()) {
            request.header("Authorization", "Bearer " + token(who));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            boolean hasJson = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode parsed = hasJson ? json.readTree(answer.body()) : json.createObjectNode();
            return new Answer(answer.statusCode(), parsed, answer);
        } catch (IOException e) {
            throw new IllegalStateException("The service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    CompletableFuture<Answer> asksToGoLive(UUID launch, String... regions) {
        return asksToGoLiveAs("maya", launch, regions);
    }

    CompletableFuture<Answer> asksToGoLiveAs(String who, UUID launch, String... regions) {
        String body = regions.length == 0 ? "{}" : "{\"regions\":" + json.writeValueAsString(regions) + "}";
        return CompletableFuture.supplyAsync(() -> post(who, "/api/launches/" + launch + "/go-live", body));
    }

    /** The people of the example, and Lea, who is marketing and leadership at once. */
    private static String token(String who) {
        return who.equals("lea")
                ? TestTokens.shared().token(who, List.of("marketing", "leadership"), List.of())
                : TestTokens.shared().token(who);
    }

    /** A plan for the regions: 2.5 account executives for 60 days from today, two accounts heard in retail. */
    ObjectNode plan(String... regions) {
        ObjectNode plan = json.createObjectNode();
        plan.put("product", "GTK 500").put("name", "GTK 500 general availability");
        for (String region : regions) {
            plan.withArray("markets").add(market(region));
        }
        return plan;
    }

    ObjectNode market(String region) {
        return (ObjectNode) json.readTree("""
                {"region": "%s", "goLiveDate": "%s", "zone": "%s", "price": {"amount": 2676800, "currency": "USD"},
                 "requirements": [{"id": "ae", "role": "account-executive", "fte": "2.5", "from": "%s", "to": "%s"}],
                 "quotas": [{"segment": "retail", "minReports": 2}]}
                """.formatted(region, today(), ZONE, today(), today().plusDays(60)));
    }

    UUID planned(String... regions) {
        Answer answer = post("maya", "/api/launches", plan(regions));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.id();
    }

    Answer launch(UUID id) {
        return get("maya", "/api/launches/" + id);
    }

    JsonNode readiness(UUID launch, String region) {
        for (JsonNode market :
                get("lee", "/api/launches/" + launch + "/readiness").body().path("markets")) {
            if (market.path("region").asString("").equals(region)) {
                return market;
            }
        }
        return json.createObjectNode();
    }

    JsonNode condition(UUID launch, String region, String id) {
        for (JsonNode condition : readiness(launch, region).path("conditions")) {
            if (condition.path("id").asString("").equals(id)) {
                return condition;
            }
        }
        return json.createObjectNode();
    }

    void awaitCondition(UUID launch, String region, String id, String status) {
        eventually(
                region + " " + id + " is " + status,
                () -> assertThat(condition(launch, region, id).path("status").asString(""))
                        .isEqualTo(status));
    }

    void awaitReady(UUID launch, String region) {
        eventually(
                region + " is ready",
                () -> assertThat(readiness(launch, region).path("ready").asBoolean(false))
                        .as(readiness(launch, region).toString())
                        .isTrue());
    }

    /** The decision that a published plan waits for; read from the topic, as sales reads it. */
    LaunchPlanned awaitPending(UUID launch) {
        return Awaitility.await("a published request to go live")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> plans(launch, plan -> plan.getPendingDecision() != null).stream()
                                .reduce((first, second) -> second)
                                .orElse(null),
                        plan -> plan != null);
    }

    List<LaunchPlanned> plans(UUID launch, Predicate<LaunchPlanned> matching) {
        return log.read(
                Topic.LAUNCH_PLANNED,
                LaunchPlanned.class,
                plan -> plan.getLaunchId().equals(launch) && matching.test(plan));
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static void eventually(String what, Runnable assertion) {
        Awaitility.await(what).atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
    }
}
