package dev.greenlight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.acceptance.Visitor.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** "Names with any script, emoji and 500 characters." */
class EdgeCase24NamesInAnyScriptIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCRIPTS =
            "発売 שלום مرحبا Ünïcödé हिन्दी ไทย 👩‍👩‍👧‍👦🚀 \"quoted\" 'single' <b>bold</b> a/b?c#d%20&e;f {g} \\h ";

    private final WholeSystem system = WholeSystem.shared();
    private final Visitor visitor = new Visitor(system.stage().origin());
    /** As long as a name may be. */
    private final String name = letters("name", 500);
    /** As long as a word may be: regions, roles, segments, ids of requirements. */
    private final String word = addressable(letters("word", 150), 100);

    @Test
    void goUnchangedThroughBothServicesAndTheirEvents() {
        system.awaitReady();
        String launch =
                good(call("maya", "POST", "/api/launches", plan())).path("id").asString();

        JsonNode read = visitor.get("fay", "/api/launches/" + launch).good();
        assertThat(read.path("name").asString()).isEqualTo(name);
        assertThat(read.path("product").asString()).isEqualTo(name);
        assertThat(read.at("/markets/1/region").asString()).isEqualTo(word);
        String capacity = "/api/capacity/launches/" + launch;
        await("sales has heard of the launch")
                .atMost(LIMIT)
                .until(() -> visitor.get("sam", capacity).status() == 200);
        assertThat(visitor.get("maya", capacity).good().at("/markets").findValuesAsString("region"))
                .contains(word);

        String team = "edge-24-" + UUID.randomUUID();
        good(call("sam", "PUT", "/api/capacity/teams/Central/" + team, team()));
        JsonNode commitment = good(call(
                "sam",
                "PUT",
                capacity + "/commitments/Central/" + encoded(word),
                JSON.createObjectNode().put("planRevision", 1).put("team", team).put("fte", "0.5")));
        assertThat(commitment.path("status").asString()).isEqualTo("CONFIRMED");
        String report = good(call("fay", "POST", capacity + "/field-reports", report()))
                .path("id")
                .asString();

        JsonNode heard =
                visitor.get("fay", "/api/capacity/field-reports/" + report).good();
        assertThat(heard.path("account").asString()).isEqualTo(name);
        assertThat(heard.at("/gaps/0/feature").asString()).isEqualTo(name);
        await("the launch knows what sales gives and the field says")
                .atMost(LIMIT)
                .untilAsserted(() -> {
                    JsonNode gap = visitor.get("pia", "/api/gaps?launch=" + launch)
                            .good()
                            .at("/items/0");
                    assertThat(gap.path("feature").asString("")).isEqualTo(name);
                    assertThat(gap.at("/reports/0/segment").asString("")).isEqualTo(word);
                    JsonNode conditions = visitor.get("lee", "/api/launches/" + launch + "/readiness")
                            .good()
                            .at("/markets/0/conditions");
                    assertThat(conditions.path(0).path("id").asString("")).isEqualTo("capacity:" + word);
                    assertThat(conditions.path(0).path("status").asString("")).isEqualTo("PASS");
                    assertThat(conditions.path(1).path("id").asString("")).isEqualTo("feedback:" + word);
                });
        await("product is told of it")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(visitor.get("pia", "/api/notifications?limit=200")
                                .good()
                                .toString())
                        .contains(launch));
    }

    @Test
    void areRefusedWhenTheyAreOneLongerAndTheFieldIsNamed() {
        system.awaitReady();

        Visitor.Reply refused = visitor.send(call("maya", "POST", "/api/launches", plan().put("name", name + "x")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    private ObjectNode plan() {
        String day = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(7).toString();
        ObjectNode plan =
                JSON.createObjectNode().put("product", name).put("name", name).put("positioning", name);
        for (String region : new String[] {"Central", word}) {
            ObjectNode market = plan.withArray("markets").addObject();
            market.put("region", region).put("goLiveDate", day).put("zone", "America/Chicago");
            market.putArray("requirements")
                    .addObject()
                    .put("id", word)
                    .put("role", word)
                    .put("fte", "0.5")
                    .put("from", day)
                    .put("to", day);
            market.putArray("quotas").addObject().put("segment", word).put("minReports", 1);
        }
        return plan;
    }

    private ObjectNode team() {
        ObjectNode team = JSON.createObjectNode().put("name", name);
        team.putArray("reps")
                .addObject()
                .put("id", "rep-" + UUID.randomUUID())
                .put("name", name)
                .put("role", word);
        return team;
    }

    private ObjectNode report() {
        ObjectNode report = JSON.createObjectNode()
                .put("region", "Central")
                .put("segment", word)
                .put("account", name)
                .put("verdict", "NOT_SELLABLE")
                .put("text", name);
        report.putArray("gaps").addObject().put("feature", name).put("severity", "BLOCKER");
        return report;
    }

    /** Of every script, as many characters as were asked for, as people count them who count code points. */
    private static String letters(String first, int length) {
        int[] codePoints =
                (first + " " + SCRIPTS.repeat(20)).codePoints().limit(length).toArray();
        String letters = new String(codePoints, 0, length);
        return letters.endsWith(" ") ? letters.substring(0, letters.length() - 1) + "終" : letters;
    }

    /** Without what no address can carry: requirements are answered at an address with their region and id. */
    private static String addressable(String text, int length) {
        int[] codePoints = text.codePoints()
                .filter(it -> "/\\;%".indexOf(it) < 0)
                .limit(length - 1)
                .toArray();
        return new String(codePoints, 0, codePoints.length) + "終";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Call call(String person, String method, String path, JsonNode body) {
        return visitor.call(person, method, path, body.toString());
    }

    private JsonNode good(Call call) {
        return visitor.send(call).good();
    }
}
