package dev.greenlight.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.events.PendingDecision;
import dev.greenlight.events.Quota;
import dev.greenlight.events.Requirement;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.testing.EventLog;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real parts, spoken to as marketing's service, managers and reps do. Each test makes up its own regions. */
@SpringBootTest(
        classes = SalesCapacityServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnPlatform(database = "sales")
public abstract class SalesScenario {
    protected static final Duration SOON = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected final EventLog log = EventLog.shared();
    protected final UUID launch = UUID.randomUUID();
    protected final String region = "Region-" + launch.toString().substring(0, 8);

    @LocalServerPort
    private int port;

    /** An answer of the service; the body is empty where it is no JSON. */
    protected record Answer(
            int status,
            JsonNode body,
            String text,
            @Nullable String location) {
        public Answer is(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        public String code() {
            return body.path("code").asString("");
        }

        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    protected String manager(String id) {
        return TestTokens.shared().token(id, List.of("sales-manager"), List.of(region));
    }

    protected String rep(String id) {
        return TestTokens.shared().token(id, List.of("field"), List.of(region));
    }

    protected Answer get(String path, String token) {
        return send("GET", path, token, null, "application/json", null);
    }

    protected Answer put(String path, String token, String json) {
        return send("PUT", path, token, json, "application/json", null);
    }

    protected Answer post(String path, String token, String json) {
        return send("POST", path, token, json, "application/json", null);
    }

    protected Answer postCsv(String kind, String token, String csv) {
        return send("POST", "/api/capacity/import/" + kind, token, csv, "text/csv", null);
    }

    protected Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable String body,
            String contentType,
            @Nullable String idempotencyKey) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        return sendBytes(method, path, token, bytes, contentType, idempotencyKey);
    }

    protected Answer sendBytes(
            String method,
            String path,
            @Nullable String token,
            byte[] body,
            String contentType,
            @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(hasJson(response) ? response.body() : "{}"),
                    response.body(),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasJson(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
    }

    /** A plan of one market with one requirement of 2.5 FTE from March to May 2027. */
    protected LaunchPlanned.Builder plan(long revision, long planRevision) {
        return plan(launch, revision, planRevision, market(region, "2.5", "2027-03-01", "2027-05-31"));
    }

    protected LaunchPlanned.Builder plan(UUID launchId, long revision, long planRevision, Market... markets) {
        return LaunchPlanned.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now())
                .setActor("maya")
                .setRevision(revision)
                .setLaunchId(launchId)
                .setPlanRevision(planRevision)
                .setProduct("GTK 500")
                .setName("GTK 500 " + launchId)
                .setOwner("maya")
                .setStatus(LaunchStatus.PLANNED)
                .setStatusSince(Instant.now())
                .setMarkets(Arrays.asList(markets));
    }

    protected static Market market(String region, String fte, String from, String to) {
        return Market.newBuilder()
                .setRegion(region)
                .setGoLiveDate(LocalDate.parse("2027-03-01"))
                .setZone("America/Chicago")
                .setRequirements(List.of(Requirement.newBuilder()
                        .setId("ae")
                        .setRole("account-executive")
                        .setFte(new BigDecimal(fte).setScale(4))
                        .setFrom(LocalDate.parse(from))
                        .setTo(LocalDate.parse(to))
                        .build()))
                .setQuotas(List.of(new Quota("retail", 2)))
                .setPitchRevision(1)
                .build();
    }

    protected static PendingDecision decision(UUID id, String region) {
        return PendingDecision.newBuilder()
                .setId(id)
                .setRequestedBy("maya")
                .setRequestedAt(Instant.now())
                .setRegions(List.of(region))
                .build();
    }

    /** Marketing's service tells of a plan. */
    protected void tell(LaunchPlanned.Builder plan) {
        LaunchPlanned event = plan.build();
        log.publish(Topic.LAUNCH_PLANNED, event.getLaunchId().toString(), event);
    }

    /** Marketing's service tells of a plan, and sales has answered. */
    protected SalesResourced heard(LaunchPlanned.Builder plan) {
        tell(plan);
        return awaitSales(plan.getLaunchId(), sales -> sales.getLaunchRevision() >= plan.getRevision());
    }

    protected SalesResourced awaitSales(Predicate<SalesResourced> matching) {
        return awaitSales(launch, matching);
    }

    /** The first snapshot of a launch's market that matches. */
    protected SalesResourced awaitSales(UUID launchId, Predicate<SalesResourced> matching) {
        return await("sales says so of " + launchId)
                .atMost(SOON)
                .until(() -> sales(launchId).stream().filter(matching).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** All snapshots of a launch, by revision. */
    protected List<SalesResourced> sales(UUID launchId) {
        return log
                .read(
                        Topic.SALES_RESOURCED,
                        SalesResourced.class,
                        event -> event.getLaunchId().equals(launchId))
                .stream()
                .sorted(Comparator.comparing(SalesResourced::getRevision))
                .toList();
    }

    /** All revisions of the launch's reports. */
    protected List<FeatureGapReported> reports() {
        return log.read(
                Topic.FEATURE_GAP,
                FeatureGapReported.class,
                event -> event.getLaunchId().equals(launch));
    }

    /** A team of the region with these reps, of one FTE each, managed by whose token it is. */
    protected void team(String teamId, String token, String... reps) {
        String members = String.join(
                ",",
                Arrays.stream(reps)
                        .map(name -> "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(name, name))
                        .toList());
        put(teamPath(teamId), token, "{\"name\":\"%s\",\"reps\":[%s]}".formatted(teamId, members))
                .is(200);
    }

    protected String teamPath(String teamId) {
        return "/api/capacity/teams/" + encode(region) + "/" + encode(teamId);
    }

    protected String requirementPath(UUID launchId) {
        return "/api/capacity/launches/" + launchId + "/commitments/" + encode(region) + "/ae";
    }

    protected Answer commit(String token, String json) {
        return put(requirementPath(launch), token, json);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
