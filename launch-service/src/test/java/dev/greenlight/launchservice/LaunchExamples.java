package dev.greenlight.launchservice;

import dev.greenlight.events.Commitment;
import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.CounterOffer;
import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.Reply;
import dev.greenlight.testing.call.ServiceClient;
import dev.greenlight.testing.call.TestRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How each call of the launch service is made rightly, by whom, and about what. */
final class LaunchExamples {
    static final String REGION = "Central";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ALL_ROLES =
            List.of("marketing", "sales-manager", "field", "product", "leadership", "admin");

    private final ServiceClient client;
    private final QuietLaunchService service;

    LaunchExamples(ServiceClient client, QuietLaunchService service) {
        this.client = client;
        this.service = service;
    }

    Examples all() {
        return new Examples(TestTokens.shared().token("maya", ALL_ROLES, List.of(REGION)))
                .variable("launches/id", this::planned)
                .variable("launchId", this::planned)
                .variable("gaps/id", this::gap)
                .variable("decisionId", () -> new UUID(0, 1).toString())
                .written(
                        "POST /api/launches",
                        () -> maya("POST", "/api/launches").json(plan(1, 1)))
                .written(
                        "PUT /api/launches/{id}",
                        () -> onLaunch("PUT", planned(), "").json(plan(2, 1)))
                .written("POST /api/launches/{id}/publish", () -> onLaunch("POST", drafted(), "/publish"))
                .written(
                        "POST /api/launches/{id}/hold",
                        () -> onLaunch("POST", planned(), "/hold").json("{\"reason\": \"Budget\"}"))
                .written(
                        "POST /api/launches/{id}/resume",
                        () -> onLaunch("POST", held(), "/resume").with("If-Match", "\"2\""))
                .written(
                        "POST /api/launches/{id}/cancel",
                        () -> onLaunch("POST", planned(), "/cancel").json("{\"reason\": \"No demand\"}"))
                .written(
                        "POST /api/launches/{id}/close",
                        () -> onLaunch("POST", live(), "/close").with("If-Match", "\"3\""))
                .written(
                        "POST /api/launches/{launchId}/go-live",
                        () -> onLaunch("POST", planned(), "/go-live").json("{\"regions\": [\"" + REGION + "\"]}"))
                .written(
                        "POST /api/launches/{id}/preview",
                        () -> onLaunch("POST", planned(), "/preview").json(plan(2, 1)))
                .written(
                        "POST /api/launches/{launchId}/waivers",
                        () -> lee("POST", planned(), "/waivers").json(waiver()))
                .written("GET /api/launches/{launchId}/waivers/{waiverId}", () -> onWaiver("GET"))
                .written("DELETE /api/launches/{launchId}/waivers/{waiverId}", () -> onWaiver("DELETE"))
                .written(
                        "POST /api/launches/{id}/counter-offers/accept",
                        () -> onLaunch("POST", declined(), "/counter-offers/accept")
                                .json("{\"region\": \"" + REGION
                                        + "\", \"requirement\": \"ae\", \"team\": \"dustin-brinkmann\"}"))
                .written(
                        "POST /api/launches/import",
                        () -> maya("POST", "/api/launches/import").json("{\"items\": [" + plan(1, 1) + "]}"))
                .written(
                        "POST /api/gaps/import",
                        () -> TestRequest.of("POST", "/api/gaps/import")
                                .as(TestTokens.shared().token("pia"))
                                .json("{\"items\": [{\"id\": \"" + gap()
                                        + "\", \"status\": \"UNDER_REVIEW\", \"revision\": 1}]}"))
                .written("POST /api/gaps/{id}/unmerge", this::merged)
                .written(
                        "POST /api/gaps/{id}/review",
                        () -> pia(gap(), "/review")
                                .with("If-Match", "\"1\"")
                                .json(
                                        "{\"decision\": \"ACCEPTED\", \"reason\": \"Soon\", \"targetDate\": \"2099-01-01\"}"));
    }

    /** A plan whose first region is {@link #REGION}; everything that may be said is said. */
    ObjectNode plan(int markets, int requirements) {
        ObjectNode plan = (ObjectNode) JSON.readTree("""
                {"product": "GTK 500", "name": "GTK 500 general availability", "tier": 1, "description": "発売 🚀",
                 "positioning": "The quiet one", "budget": {"amount": 25000000, "currency": "USD"}}""");
        ArrayNode all = plan.putArray("markets");
        for (int i = 0; i < markets; i++) {
            ObjectNode market = (ObjectNode) JSON.readTree("""
                    {"goLiveDate": "%1$s", "zone": "America/Chicago", "price": {"amount": 2676800, "currency": "USD"},
                     "quotas": [{"segment": "retail", "minReports": 1}]}""".formatted(LaunchServiceIT.today()));
            market.put("region", i == 0 ? REGION : "Region " + i);
            ArrayNode staff = market.putArray("requirements");
            for (int j = 0; j < requirements; j++) {
                staff.addObject()
                        .put("id", j == 0 ? "ae" : "ae-" + j)
                        .put("role", "account-executive")
                        .put("fte", "2.5")
                        .put("from", LaunchServiceIT.today().toString())
                        .put("to", LaunchServiceIT.today().plusDays(60).toString());
            }
            all.add(market);
        }
        return plan;
    }

    String planned() {
        return create(plan(1, 1));
    }

    String create(JsonNode plan) {
        return client.send(maya("POST", "/api/launches").json(plan))
                .done()
                .json()
                .path("id")
                .asString();
    }

    private String drafted() {
        return create(plan(1, 1).put("draft", true));
    }

    private String held() {
        String launch = planned();
        client.send(onLaunch("POST", launch, "/hold").json("{\"reason\": \"Budget\"}"))
                .done();
        return launch;
    }

    private String live() {
        String launch = planned();
        UUID id = UUID.fromString(launch);
        SalesStandIn sales = new SalesStandIn(id);
        service.fieldTells(List.of(sales.report(REGION, "Cancity", "fay").build()));
        String decision = askToGoLive(launch);
        service.salesTells(List.of(sales.snapshot(REGION, 1, 1)
                .setDecisionId(UUID.fromString(decision))
                .setLaunchReportsFiled(1L)
                .setCommitments(List.of(SalesStandIn.commitment(
                        "ae",
                        "2.5",
                        LaunchServiceIT.today(),
                        LaunchServiceIT.today().plusDays(60))))
                .build()));
        return launch;
    }

    private static String waiver() {
        return "{\"region\": \"" + REGION
                + "\", \"condition\": \"feedback:retail\", \"reason\": \"Heard at the fair\", \"expiresAt\": \""
                + Instant.now().plus(Duration.ofDays(1)) + "\"}";
    }

    private TestRequest onWaiver(String method) {
        String launch = planned();
        String waiver = client.send(lee("POST", launch, "/waivers").json(waiver()))
                .done()
                .json()
                .path("id")
                .asString();
        return lee(method, launch, "/waivers/" + waiver);
    }

    /** A launch whose one team has declined, with an offer. */
    private String declined() {
        String launch = planned();
        LocalDate today = LaunchServiceIT.today();
        Commitment declined = Commitment.newBuilder(SalesStandIn.commitment("ae", "0", today, today.plusDays(60)))
                .setStatus(CommitmentStatus.DECLINED)
                .setCounter(new CounterOffer(new BigDecimal("1.0000"), today, today.plusDays(60)))
                .build();
        service.salesTells(List.of(new SalesStandIn(UUID.fromString(launch))
                .snapshot(REGION, 1, 1)
                .setCommitments(List.of(declined))
                .build()));
        return launch;
    }

    /** Takes apart two gaps that were one. */
    private TestRequest merged() {
        UUID launch = UUID.fromString(planned());
        SalesStandIn sales = new SalesStandIn(launch);
        service.fieldTells(List.of(
                sales.blocker(REGION, "Cancity", "fay", "Offline mode").build(),
                sales.blocker(REGION, "Konex", "fay", "Work without a network").build()));
        JsonNode gaps = client.send(maya("GET", "/api/gaps").withQuery("launch", launch.toString()))
                .done()
                .json();
        String part = gaps.at("/items/0/id").asString();
        client.send(pia(part, "/review")
                        .with("If-Match", "\"1\"")
                        .json("{\"decision\": \"MERGED\", \"into\": \""
                                + gaps.at("/items/1/id").asString() + "\"}"))
                .done();
        return pia(part, "/unmerge").with("If-Match", "\"2\"");
    }

    private static TestRequest pia(String gap, String action) {
        return TestRequest.of("POST", "/api/gaps/" + gap + action)
                .as(TestTokens.shared().token("pia"));
    }

    private static TestRequest lee(String method, String launch, String action) {
        return TestRequest.of(method, "/api/launches/" + launch + action)
                .as(TestTokens.shared().token("lee"));
    }

    /** Asks to go live and gives the id of the pending decision. */
    String askToGoLive(String launch) {
        Reply asked =
                client.send(maya("POST", "/api/launches/" + launch + "/go-live").json("{}"));
        return asked.done().json().path("id").asString();
    }

    /** A new gap of a new launch. */
    String gap() {
        UUID launch = UUID.fromString(planned());
        service.fieldTells(List.of(new SalesStandIn(launch)
                .blocker(REGION, "Cancity", "fay", "Offline mode", SalesStandIn.opportunity("A1", 100, true))
                .build()));
        return client.send(maya("GET", "/api/gaps").withQuery("launch", launch.toString()))
                .done()
                .json()
                .at("/items/0/id")
                .asString();
    }

    static TestRequest maya(String method, String path) {
        return TestRequest.of(method, path).as(TestTokens.shared().token("maya"));
    }

    private static TestRequest onLaunch(String method, String launch, String action) {
        return maya(method, "/api/launches/" + launch + action).with("If-Match", "\"1\"");
    }
}
