package dev.greenlight.acceptance;

import static dev.greenlight.acceptance.BadCall.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.acceptance.Visitor.Call;
import dev.greenlight.acceptance.Visitor.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is wrong is refused with a problem that says what, where and under which stable code, and changes nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Draft TEAM = Draft.of("""
            {"name": "Bad Input Testers", "reps": [{"id": "ann", "name": "Ann", "role": "account-executive", "fte": "1"}]}""");
    private static final Draft REPORT = Draft.of("""
            {"region": "Central", "segment": "retail", "account": "Corner Shop", "verdict": "GAP", "text": "Too loud.",
             "gaps": [{"feature": "Quiet fan", "severity": "BLOCKER"}]}""");

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
    private final LocalDate nextWeek = today.plusDays(7);
    private final LocalDate end = nextWeek.plusDays(89);
    private final Draft goodPlan = Draft.of("""
            {"product": "MG Special", "name": "Bad input", "tier": 2,
             "markets": [
              {"region": "Central", "goLiveDate": "%1$s", "zone": "America/Chicago",
               "requirements": [{"id": "ae", "role": "account-executive", "fte": "0.5", "from": "%1$s", "to": "%2$s"}],
               "quotas": [{"segment": "retail", "minReports": 2}]}]}""".formatted(nextWeek, end));
    private final WholeSystem system = WholeSystem.shared();
    private final Visitor visitor = new Visitor(system.stage().origin());
    private String launch = "";
    private String gap = "";
    private List<JsonNode> factsAtFirst = List.of();

    @BeforeAll
    void aLaunchWithATeamACommitmentAndABlocker() {
        system.awaitReady();
        launch =
                good(call("maya", "POST", "/api/launches", goodPlan)).path("id").asString();
        good(call("sam", "PUT", "/api/capacity/teams/Central/bad-input-testers", TEAM));
        await("sales has heard of the launch")
                .atMost(LIMIT)
                .until(() -> visitor.get("sam", capacity()).status() == 200);
        good(call("sam", "PUT", commitment(), commitmentOf("0.5")));
        good(call("fay", "POST", capacity() + "/field-reports", REPORT));
        await("the gap has been heard of").atMost(LIMIT).until(() -> gaps().size() == 1);
        gap = gaps().get(0).path("id").asString();
        await("the launch knows what sales gives and the field says")
                .atMost(LIMIT)
                .until(() ->
                        conditions().equals(Map.of("capacity:ae", "PASS", "feedback:retail", "FAIL", "gaps", "FAIL")));
        factsAtFirst = facts();
    }

    @AfterAll
    void nothingHasChanged() {
        assertThat(facts()).isEqualTo(factsAtFirst);
        String seen = visitor.get("maya", "/api/launches/" + launch).etag().orElseThrow();
        good(visitor.call("maya", "POST", "/api/launches/" + launch + "/cancel", "{\"reason\": \"Tried\"}")
                .with("If-Match", seen));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badPlans", "badRevisions", "badAnswersOfSales", "badReportsAndReviews", "badFiles", "badCallers"})
    void isRefusedWithTheDocumentedProblemAndChangesNothing(BadCall bad) {
        List<JsonNode> before = facts();

        Reply reply = visitor.send(bad.call());

        assertThat(reply.body().path("code").asString("no code in " + reply.body()))
                .isEqualTo(bad.code());
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(bad.status());
        assertThat(reply.body().path("status").asInt()).isEqualTo(bad.status());
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.body().path("detail").asString("")).as("a sentence").isNotBlank();
        assertThat(pointers(reply)).containsExactlyInAnyOrderElementsOf(bad.pointers());
        assertThat(facts()).isEqualTo(before);
    }

    Stream<BadCall> badPlans() {
        return Stream.of(
                a("malformed JSON", visitor.call("maya", "POST", "/api/launches", "{\"product\": "))
                        .isRefusedWith(400, "malformed-json"),
                a("no body", visitor.call("maya", "POST", "/api/launches", "")).isRefusedWith(400, "malformed-json"),
                a("a body that is no JSON object", visitor.call("maya", "POST", "/api/launches", "[]"))
                        .isRefusedWith(400, "invalid", ""),
                a(
                                "a body in another format",
                                visitor.call("maya", "POST", "/api/launches", "product: GTK")
                                        .with("Content-Type", "application/yaml"))
                        .isRefusedWith(415, "unsupported-media-type"),
                a("an unknown field", plan("/colour", "\"red\"")).isRefusedWith(400, "unknown-field", "/colour"),
                a("an unknown field deep inside", plan("/markets/0/quotas/0/minimum", "3"))
                        .isRefusedWith(400, "unknown-field", "/markets/0/quotas/0/minimum"),
                a("a text where a number is due", plan("/tier", "\"first\"")).isRefusedWith(400, "invalid", "/tier"),
                a("a quota of 0", plan("/markets/0/quotas/0/minReports", "0"))
                        .isRefusedWith(400, "invalid", "/markets/0/quotas/0/minReports"),
                a("an FTE of 0", plan("/markets/0/requirements/0/fte", "\"0\""))
                        .isRefusedWith(400, "invalid", "/markets/0/requirements/0/fte"),
                a("a negative FTE", plan("/markets/0/requirements/0/fte", "\"-1\""))
                        .isRefusedWith(400, "invalid", "/markets/0/requirements/0/fte"),
                a("a reversed window", plan("/markets/0/requirements/0/to", quoted(nextWeek.minusDays(1))))
                        .isRefusedWith(400, "invalid", "/markets/0/requirements/0/to"),
                a("a date in the past", plan("/markets/0/goLiveDate", quoted(today.minusDays(1))))
                        .isRefusedWith(400, "invalid", "/markets/0/goLiveDate"),
                a("a day that does not exist", plan("/markets/0/goLiveDate", "\"2027-02-30\""))
                        .isRefusedWith(400, "invalid", "/markets/0/goLiveDate"),
                a("a time zone that does not exist", plan("/markets/0/zone", "\"Mars/Olympus\""))
                        .isRefusedWith(400, "invalid", "/markets/0/zone"),
                a(
                                "a region twice",
                                plan(
                                        "/markets/1",
                                        goodPlan.json().at("/markets/0").toString()))
                        .isRefusedWith(400, "invalid", "/markets/1/region"),
                a("no market", plan("/markets", "[]")).isRefusedWith(400, "invalid", "/markets"),
                a("no requirement", plan("/markets/0/requirements", "[]"))
                        .isRefusedWith(400, "invalid", "/markets/0/requirements"),
                a("no quota", plan("/markets/0/quotas", "[]")).isRefusedWith(400, "invalid", "/markets/0/quotas"),
                a("a currency that does not exist", plan("/budget", "{\"amount\": 1, \"currency\": \"XQZ\"}"))
                        .isRefusedWith(400, "invalid", "/budget"),
                a(
                                "several faults at once",
                                call(
                                        "maya",
                                        "POST",
                                        "/api/launches",
                                        goodPlan.with("/product", "\" \"")
                                                .with("/markets/0/quotas/0/minReports", "0")
                                                .with("/markets/0/requirements/0/fte", "\"0\"")))
                        .isRefusedWith(
                                400,
                                "invalid",
                                "/product",
                                "/markets/0/quotas/0/minReports",
                                "/markets/0/requirements/0/fte"));
    }

    Stream<BadCall> badRevisions() {
        Call revision = call("maya", "PUT", "/api/launches/" + launch, goodPlan.with("/tier", "3"));
        Call goLive = visitor.call("maya", "POST", "/api/launches/" + launch + "/go-live", "{}");
        return Stream.of(
                a("a stale revision", revision.with("If-Match", "\"0\"")).isRefusedWith(412, "stale-revision"),
                a("a revision without the one that was seen", revision).isRefusedWith(428, "if-match-required"),
                a("an If-Match that is no revision", revision.with("If-Match", "\"seven\""))
                        .isRefusedWith(400, "invalid-if-match"),
                a("a launch that does not exist", visitor.call("maya", "GET", "/api/launches/" + new UUID(0, 0)))
                        .isRefusedWith(404, "not-found"),
                a("an id that can't exist", visitor.call("maya", "GET", "/api/launches/7"))
                        .isRefusedWith(404, "not-found"),
                a(
                                "a hold without a reason",
                                visitor.call("maya", "POST", "/api/launches/" + launch + "/hold", "{}")
                                        .with("If-Match", "\"1\""))
                        .isRefusedWith(400, "invalid", "/reason"),
                a("going live too early", goLive).isRefusedWith(409, "too-early"),
                a(
                                "going live where the launch has no market",
                                visitor.call(
                                        "maya",
                                        "POST",
                                        "/api/launches/" + launch + "/go-live",
                                        "{\"regions\": [\"Mars\"]}"))
                        .isRefusedWith(400, "invalid", "/regions/0"),
                a("a page of no length", visitor.call("maya", "GET", "/api/launches?limit=0"))
                        .isRefusedWith(400, "invalid", "limit"),
                a("a cursor that nobody gave", visitor.call("maya", "GET", "/api/launches?cursor=x"))
                        .isRefusedWith(400, "invalid", "cursor"));
    }

    Stream<BadCall> badAnswersOfSales() {
        Draft promise = commitmentOf("0.25");
        return Stream.of(
                a("a commitment of 0 FTE", call("sam", "PUT", commitment(), promise.with("/fte", "\"0\"")))
                        .isRefusedWith(400, "invalid", "/fte"),
                a(
                                "a commitment with a reversed window",
                                call("sam", "PUT", commitment(), promise.with("/to", quoted(nextWeek.minusDays(1)))))
                        .isRefusedWith(400, "invalid", "/to"),
                a(
                                "a commitment for a superseded plan",
                                call("sam", "PUT", commitment(), promise.with("/planRevision", "0")))
                        .isRefusedWith(409, "superseded-plan"),
                a(
                                "a commitment without the plan that was seen",
                                call("sam", "PUT", commitment(), promise.with("/planRevision", "null")))
                        .isRefusedWith(400, "invalid", "/planRevision"),
                a(
                                "a commitment of a team that does not exist",
                                call("sam", "PUT", commitment(), promise.with("/team", "\"nobody\"")))
                        .isRefusedWith(400, "invalid", "/team"),
                a(
                                "more of a rep than there is",
                                call(
                                        "sam",
                                        "PUT",
                                        commitment(),
                                        promise.with("/fte", "null")
                                                .with("/reps", "[{\"id\": \"ann\", \"fte\": \"1.5\"}]")))
                        .isRefusedWith(409, "rep-over-booked", "/reps/0"),
                a("a withdrawal without a reason", visitor.call("sam", "POST", commitment() + "/withdraw", "{}"))
                        .isRefusedWith(400, "invalid", "/reason"),
                a(
                                "a team with an FTE of 0",
                                call(
                                        "sam",
                                        "PUT",
                                        "/api/capacity/teams/Central/bad-input-testers",
                                        TEAM.with("/reps/0/fte", "\"0\"")))
                        .isRefusedWith(400, "invalid", "/reps/0/fte"));
    }

    Stream<BadCall> badReportsAndReviews() {
        String reports = capacity() + "/field-reports";
        String review = "/api/gaps/" + gap + "/review";
        return Stream.of(
                a("a gap that is not named", call("fay", "POST", reports, REPORT.with("/gaps", "[]")))
                        .isRefusedWith(400, "invalid", "/gaps"),
                a("a verdict that does not exist", call("fay", "POST", reports, REPORT.with("/verdict", "\"MAYBE\"")))
                        .isRefusedWith(400, "invalid", "/verdict"),
                a(
                                "an opportunity that does not exist",
                                call("fay", "POST", reports, REPORT.with("/opportunities", "[\"NOSUCH01\"]")))
                        .isRefusedWith(400, "invalid", "/opportunities/0"),
                a(
                                "a review without the revision that was seen",
                                visitor.call("pia", "POST", review, "{\"decision\": \"DECLINED\", \"reason\": \"No\"}"))
                        .isRefusedWith(428, "if-match-required"),
                a(
                                "a review of a stale revision",
                                visitor.call("pia", "POST", review, "{\"decision\": \"DECLINED\", \"reason\": \"No\"}")
                                        .with("If-Match", "\"0\""))
                        .isRefusedWith(412, "stale-revision"),
                a(
                                "a gap accepted without a date",
                                visitor.call("pia", "POST", review, "{\"decision\": \"ACCEPTED\"}")
                                        .with("If-Match", gapRevision()))
                        .isRefusedWith(400, "invalid", "/targetDate"),
                a(
                                "a gap declined without a reason",
                                visitor.call("pia", "POST", review, "{\"decision\": \"DECLINED\"}")
                                        .with("If-Match", gapRevision()))
                        .isRefusedWith(400, "invalid", "/reason"),
                a(
                                "a gap verified that was not shipped",
                                visitor.call("pia", "POST", review, "{\"decision\": \"VERIFIED\"}")
                                        .with("If-Match", gapRevision()))
                        .isRefusedWith(409, "gap-status"));
    }

    Stream<BadCall> badFiles() {
        return Stream.of(
                a("a file that lacks a column", file("ada", "teams", "sales_agent,manager\nX,Y\n"))
                        .isRefusedWith(400, "missing-columns"),
                a("a file with nothing in it", file("ada", "teams", "")).isRefusedWith(400, "empty-file"),
                a(
                                "a file with a quote that is never closed",
                                file("ada", "teams", "sales_agent,manager,regional_office\n\"Bad Input,Y,Central\n"))
                        .isRefusedWith(400, "malformed-csv"),
                a(
                                "a file in another encoding",
                                inLatin1(file(
                                        "ada", "teams", "sales_agent,manager,regional_office\nBäd Input,Y,Central\n")))
                        .isRefusedWith(400, "wrong-encoding"),
                a("a file of a kind that does not exist", file("ada", "planets", "name\nMars\n"))
                        .isRefusedWith(404, "not-found"),
                a("a file in JSON without items", visitor.call("ada", "POST", "/api/capacity/import/teams", "{}"))
                        .isRefusedWith(400, "malformed-json"));
    }

    Stream<BadCall> badCallers() {
        Call plan = call("maya", "POST", "/api/launches", goodPlan);
        return Stream.of(
                a("a call without a token", Visitor.as(Optional.empty(), plan)).isRefusedWith(401, "token-required"),
                a("a call with a forged token", Visitor.as(Optional.of("Bearer e30.e30.e30"), plan))
                        .isRefusedWith(401, "token-required"),
                a("a sales manager who plans", call("sam", "POST", "/api/launches", goodPlan))
                        .isRefusedWith(403, "role-required"),
                a(
                                "an admin who asks to go live",
                                visitor.call("ada", "POST", "/api/launches/" + launch + "/go-live", "{}"))
                        .isRefusedWith(403, "role-required"),
                a("marketing that commits staff", call("maya", "PUT", commitment(), commitmentOf("0.25")))
                        .isRefusedWith(403, "role-required"),
                a("a sales manager who reports", call("sam", "POST", capacity() + "/field-reports", REPORT))
                        .isRefusedWith(403, "role-required"),
                a(
                                "a field rep who reviews",
                                visitor.call(
                                                "fay",
                                                "POST",
                                                "/api/gaps/" + gap + "/review",
                                                "{\"decision\": \"DECLINED\", \"reason\": \"No\"}")
                                        .with("If-Match", gapRevision()))
                        .isRefusedWith(403, "role-required"),
                a(
                                "marketing that imports",
                                file("maya", "teams", "sales_agent,manager,regional_office\nBad,Y,Central\n"))
                        .isRefusedWith(403, "role-required"),
                a(
                                "a sales manager of another region who commits",
                                call("wei", "PUT", commitment(), commitmentOf("0.25")))
                        .isRefusedWith(403, "region-forbidden"),
                a(
                                "a field rep of another region who reports",
                                call("finn", "POST", capacity() + "/field-reports", REPORT))
                        .isRefusedWith(403, "region-forbidden"),
                a(
                                "a sales manager of another region who changes a team",
                                call("wei", "PUT", "/api/capacity/teams/Central/bad-input-testers", TEAM))
                        .isRefusedWith(403, "region-forbidden"));
    }

    /** Everything that a bad call could have changed. */
    private List<JsonNode> facts() {
        return Stream.of(
                        "/api/launches?q=Bad%20input&limit=200",
                        "/api/launches/" + launch,
                        "/api/launches/" + launch + "/history?limit=200",
                        "/api/launches/" + launch + "/decisions",
                        "/api/gaps?launch=" + launch,
                        capacity(),
                        capacity() + "/field-reports",
                        "/api/capacity/teams?region=Central&limit=200")
                .map(path -> visitor.get("maya", path).good())
                .toList();
    }

    private Map<String, String> conditions() {
        JsonNode readiness =
                visitor.get("maya", "/api/launches/" + launch + "/readiness").good();
        return stream(readiness.at("/markets/0/conditions"))
                .collect(Collectors.toMap(
                        condition -> condition.path("id").asString(),
                        condition -> condition.path("status").asString()));
    }

    private List<JsonNode> gaps() {
        return stream(visitor.get("pia", "/api/gaps?launch=" + launch).good().path("items"))
                .toList();
    }

    private String gapRevision() {
        return visitor.get("pia", "/api/gaps/" + gap).etag().orElseThrow();
    }

    private String capacity() {
        return "/api/capacity/launches/" + launch;
    }

    private String commitment() {
        return capacity() + "/commitments/Central/ae";
    }

    private static Draft commitmentOf(String fte) {
        return Draft.of("{\"planRevision\": 1, \"team\": \"bad-input-testers\", \"fte\": \"" + fte + "\"}");
    }

    private Call plan(String pointer, String value) {
        return call("maya", "POST", "/api/launches", goodPlan.with(pointer, value));
    }

    private Call call(String person, String method, String path, Draft body) {
        return visitor.call(person, method, path, body.text());
    }

    private Call file(String person, String kind, String content) {
        return visitor.call(person, "POST", "/api/capacity/import/" + kind, content)
                .with("Content-Type", "text/csv");
    }

    private static Call inLatin1(Call call) {
        return new Call(
                call.method(),
                call.path(),
                call.authorization(),
                call.headers(),
                call.body(),
                StandardCharsets.ISO_8859_1);
    }

    private JsonNode good(Call call) {
        return visitor.send(call).good();
    }

    private static String quoted(LocalDate date) {
        return "\"" + date + "\"";
    }

    private static List<String> pointers(Reply reply) {
        return stream(reply.body().path("errors"))
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
