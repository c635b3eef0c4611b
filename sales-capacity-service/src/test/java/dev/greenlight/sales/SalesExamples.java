package dev.greenlight.sales;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.Market;
import dev.greenlight.events.Quota;
import dev.greenlight.events.Requirement;
import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.Examples;
import dev.greenlight.testing.call.ServiceClient;
import dev.greenlight.testing.call.TestRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How each call of the sales service is made rightly, by whom, and about what. */
final class SalesExamples {
    static final String REGION = "Central";

    private static final List<String> ALL_ROLES =
            List.of("marketing", "sales-manager", "field", "product", "leadership", "admin");

    private final ServiceClient client;
    private final QuietSalesService service;

    SalesExamples(ServiceClient client, QuietSalesService service) {
        this.client = client;
        this.service = service;
    }

    Examples all() {
        String commitment = "PUT /api/capacity/launches/{launchId}/commitments/{region}/{requirementId}";
        String answer = "POST /api/capacity/launches/{launchId}/commitments/{region}/{requirementId}";
        return new Examples(TestTokens.shared().token("sam", ALL_ROLES, List.of(REGION)))
                .variable("kind", () -> "teams")
                .variable("launchId", this::launch)
                .variable("region", () -> REGION)
                .variable("requirementId", () -> "ae")
                .variable("teamId", this::team)
                .variable("reportId", this::report)
                .written(commitment, () -> commit(launch()))
                .written(
                        answer + "/decline",
                        () -> onRequirement("POST", launch(), "ae", "/decline")
                                .json(
                                        "{\"team\": \"%s\", \"reason\": \"Too few\", \"counter\": {\"fte\": \"1\", \"from\": \"2099-03-01\", \"to\": \"2099-05-31\"}}"
                                                .formatted(team())))
                .written(
                        answer + "/withdraw",
                        () -> onRequirement("POST", committed(), "ae", "/withdraw")
                                .json("{\"team\": \"quiet\", \"reason\": \"Others need them more\"}"))
                .written(
                        "PUT /api/capacity/teams/{region}/{teamId}",
                        () -> sam("PUT", "/api/capacity/teams/" + REGION)
                                .at("team-" + UUID.randomUUID())
                                .json("""
                                {"name": "A team", "reps": [
                                 {"id": "%1$s", "name": "Ann", "role": "account-executive", "fte": "1", "daysOff": ["2099-04-12"]},
                                 {"name": "%1$s b"}]}""".formatted("x" + UUID.randomUUID())))
                .written(
                        "POST /api/capacity/import/{kind}",
                        () -> sam("POST", "/api/capacity/import/teams")
                                .with("Content-Type", "text/csv")
                                .withBody(teamsFile().getBytes(StandardCharsets.UTF_8)))
                .written("POST /api/capacity/launches/{launchId}/field-reports", () -> file(launch()))
                .written(
                        "POST /api/capacity/field-reports/{reportId}/correct",
                        () -> onReport("/correct").json(hearing()))
                .written(
                        "POST /api/capacity/field-reports/{reportId}/withdraw",
                        () -> onReport("/withdraw").json("{\"reason\": \"Misheard\"}"));
    }

    /** A file of teams that is not there yet. */
    private static String teamsFile() {
        return "sales_agent,manager,regional_office\nAnna " + UUID.randomUUID() + ",Dustin Brinkmann," + REGION + "\n";
    }

    /** A launch that was just planned for {@link #REGION}. */
    String launch() {
        UUID launch = UUID.randomUUID();
        service.marketingTells(List.of(plan(launch, 1, 1).build()));
        return launch.toString();
    }

    /** A plan whose first region is {@link #REGION}, in 2099. */
    LaunchPlanned.Builder plan(UUID launch, int markets, int requirements) {
        List<Market> all = new ArrayList<>();
        for (int i = 0; i < markets; i++) {
            all.add(market(i == 0 ? REGION : "Region " + i, requirements));
        }
        return LaunchPlanned.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now())
                .setActor("maya")
                .setRevision(1)
                .setLaunchId(launch)
                .setPlanRevision(1)
                .setProduct("GTK 500")
                .setName("GTK 500 " + launch)
                .setOwner("maya")
                .setStatus(LaunchStatus.PLANNED)
                .setStatusSince(Instant.now())
                .setMarkets(all);
    }

    private static Market market(String region, int requirements) {
        List<Requirement> staff = new ArrayList<>();
        for (int i = 0; i < requirements; i++) {
            staff.add(Requirement.newBuilder()
                    .setId(i == 0 ? "ae" : "ae-" + i)
                    .setRole("account-executive")
                    .setFte(new BigDecimal("2.5000"))
                    .setFrom(LocalDate.parse("2099-03-01"))
                    .setTo(LocalDate.parse("2099-05-31"))
                    .build());
        }
        return Market.newBuilder()
                .setRegion(region)
                .setGoLiveDate(LocalDate.parse("2099-03-01"))
                .setZone("America/Chicago")
                .setRequirements(staff)
                .setQuotas(List.of(new Quota("retail", 2)))
                .setPitchRevision(1)
                .build();
    }

    /** A team of sam's, big enough for a promise. */
    String team() {
        client.send(sam("PUT", "/api/capacity/teams/" + REGION + "/quiet").json("""
                        {"name": "Quiet", "reps": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}, {"id": "cy", "name": "Cy"}]}"""))
                .done();
        return "quiet";
    }

    TestRequest commit(String launch) {
        return onRequirement("PUT", launch, "ae", "").json("""
                {"planRevision": 1, "team": "%s", "fte": "2.5", "from": "2099-03-01", "to": "2099-05-31"}""".formatted(team()));
    }

    private String committed() {
        String launch = launch();
        client.send(commit(launch)).done();
        return launch;
    }

    /** A report of fay's. */
    String report() {
        return client.send(file(launch())).done().json().path("id").asString();
    }

    TestRequest file(String launch) {
        return fay("POST", "/api/capacity/launches/" + launch + "/field-reports")
                .json(hearing());
    }

    private TestRequest onReport(String action) {
        return fay("POST", "/api/capacity/field-reports/" + report() + action);
    }

    private static String hearing() {
        return """
                {"region": "Central", "segment": "retail", "account": "Corner Shop", "opportunities": [], "verdict": "GAP",
                 "text": "Too loud.", "gaps": [{"feature": "Quiet fan", "severity": "BLOCKER"}, {"feature": "静か", "severity": "MINOR"}]}""";
    }

    static TestRequest onRequirement(String method, String launch, String requirement, String action) {
        return sam(method, "/api/capacity/launches/" + launch + "/commitments/" + REGION + "/" + requirement + action);
    }

    static TestRequest sam(String method, String path) {
        return TestRequest.of(method, path).as(TestTokens.shared().token("sam"));
    }

    private static TestRequest fay(String method, String path) {
        return TestRequest.of(method, path).as(TestTokens.shared().token("fay"));
    }
}
