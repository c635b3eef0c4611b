package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.testing.OnPlatform;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Launches as files: what is taken out can be brought back. */
@OnPlatform(database = "planfile")
class PlanFileIT extends LaunchServiceIT {
    private static final String EXPORT = "/api/launches/export";

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE launch CASCADE").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void exportImportExportGivesTheSameBytes(String format) {
        someLaunches();
        String file = export(format);

        Answer again = bring(file, format);

        counts(again, 3, 0, 0, 3, 0);
        assertThat(export(format)).isEqualTo(file);
        assertThat(file).contains("発売 🚀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void anEmptyDatabaseIsFilledFromAFileWithIdsAndRevisions(String format) {
        someLaunches();
        String file = export(format);
        empty();

        counts(bring(file, format), 3, 3, 0, 0, 0);

        assertThat(export(format)).isEqualTo(file);
    }

    @Test
    void aSpreadsheetsByteOrderMarkSemicolonsAndLineEndsChangeNothing() {
        planned("Central", "East");
        String file = export("csv");
        String fromASpreadsheet = "\uFEFF" + file.replace(",", ";").replace("\r\n", "\n");

        counts(bring(fromASpreadsheet, "csv"), 1, 0, 0, 1, 0);
    }

    @Test
    void whatIsDifferentIsRevisedWhereTheFileSawTheLastRevision() {
        UUID launch = planned("Central");
        String file = export("csv");
        String edited = file.replace(",2.5,", ",3.5,");

        counts(bring(edited, "csv"), 1, 0, 1, 0, 0);
        assertThat(launch(launch).body().at("/markets/0/requirements/0/fte").asString())
                .isEqualTo("3.5");
        counts(bring(edited, "csv"), 1, 0, 0, 1, 0);
        Answer stale = bring(file, "csv");
        counts(stale, 1, 0, 0, 0, 1);
        assertThat(message(stale)).contains("you saw revision 1, now it is revision 2");
    }

    @Test
    void whatARuleRefusesIsToldAndTheRestGoesThrough() {
        UUID mine = planned("Central");
        ObjectNode others = plan("Central").put("owner", "mona");
        UUID hers = post("maya", "/api/launches", others).id();
        String file = export("csv").replace(",2.5,", ",1.5,");

        Answer answer = bring(file, "csv");

        counts(answer, 2, 0, 1, 0, 1);
        assertThat(message(answer)).isEqualTo("The launch is mona's; an import revises one's own launches only");
        assertThat(launch(mine).body().path("revision").asLong()).isEqualTo(2);
        assertThat(launch(hers).body().path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void anImportChangesNoStatusAndRevivesNothing() {
        UUID launch = planned("Central");
        post("maya", "/api/launches/" + launch + "/cancel", "{\"reason\":\"No demand\"}", "If-Match", "\"1\"");
        String file = export("csv");

        counts(bring(file, "csv"), 1, 0, 0, 1, 0);
        empty();
        Answer revived = bring(file, "csv");

        counts(revived, 1, 0, 0, 0, 1);
        assertThat(message(revived)).contains("nothing becomes cancelled by an import");
    }

    @Test
    void aDraftIsInItsOwnersFileOnly() {
        post("maya", "/api/launches", plan("Central").put("draft", true));

        assertThat(export("csv").lines()).hasSize(3);
        assertThat(get("lee", EXPORT + "?format=csv").raw().body().lines()).hasSize(1);
    }

    @Test
    void aRowThatContradictsAnotherOfItsLaunchIsRefused() {
        planned("Central");
        String file = export("csv").replaceFirst("(\r\n[^,]*,),,,,(GTK 500 general)", "$1,,,Another product,$2");

        Answer refused = bring(file, "csv");

        counts(refused, 1, 0, 0, 0, 1);
        assertThat(message(refused)).contains("Row 3 says something else in product");
    }

    @Test
    void aLaunchWithoutIdIsPlannedAnew() {
        String today = today().toString();
        String file = """
                product,name,region,go_live_date,zone,role,fte,from,to,segment,min_reports
                GTK 500,By hand,Central,%1$s,America/Chicago,account-executive,1.5,%1$s,2099-12-31,retail,2
                """.formatted(today);

        counts(bring(file, "csv"), 1, 1, 0, 0, 0);

        assertThat(get("lee", "/api/launches?q=by%20hand")
                        .body()
                        .at("/items/0/owner")
                        .asString())
                .isEqualTo("maya");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,product | csv | missing-columns | name, region",
                "{\"items\": 7} | json | malformed-json | items",
                "{\"items\": | json | malformed-json | no JSON",
            })
    void whatIsWrongWithTheFileRefusesAllOfIt(String file, String format, String code, String detail) {
        Answer refused = bring(file, format);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(refused.text("detail")).contains(detail);
    }

    @Test
    void anItemThatIsNotUnderstoodIsRefusedAlone() {
        ObjectNode good = plan("Central");
        ObjectNode wrong = plan("Central").put("colour", "red");
        ObjectNode file = json.createObjectNode();
        file.putArray("items").add(wrong).add(good);

        Answer answer = bring(file.toString(), "json");

        counts(answer, 2, 1, 0, 0, 1);
        assertThat(message(answer)).contains("/colour");
    }

    @Test
    void theFormatIsThatOfTheAddressElseOfAcceptElseJson() {
        assertThat(get("lee", EXPORT).header("Content-Type")).startsWith("application/json");
        Answer csv = send("lee", "GET", EXPORT, null, "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition"))
                .matches("attachment; filename=\"launches-\\d{4}-\\d\\d-\\d\\d.csv\"");
        assertThat(send("lee", "GET", EXPORT + "?format=json", null, "Accept", "text/csv")
                        .header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void theSameKeyImportsOnce() {
        String file = "{\"items\": [" + plan("Central") + "]}";
        String key = UUID.randomUUID().toString();

        Answer first = post("maya", "/api/launches/import", file, "Idempotency-Key", key);
        Answer again = post("maya", "/api/launches/import", file, "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        counts(again, 1, 1, 0, 0, 0);
        assertThat(export("csv").lines()).hasSize(3);
        assertThat(post("pia", "/api/launches/import", file).text("code")).isEqualTo("role-required");
    }

    private void someLaunches() {
        ObjectNode plan = plan("Central", "Tokyo");
        ((ObjectNode) plan.at("/markets/1")).put("region", "東京, \"Tokyo\"");
        plan.put("description", "発売 🚀\nline \"two\"; three, four")
                .put("positioning", "=1+1")
                .put("tier", 1);
        plan.putObject("budget").put("amount", 25_000_000).put("currency", "JPY");
        plan.withArray("markets").add(market("@East"));
        Answer planned = post("maya", "/api/launches", plan);
        assertThat(planned.status()).as(planned.raw().body()).isEqualTo(201);
        UUID revised = planned("+West");
        assertThat(put("maya", "/api/launches/" + revised, plan("+West", "North"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(post("maya", "/api/launches", plan("'quoted'").put("draft", true))
                        .status())
                .isEqualTo(201);
    }

    private String export(String format) {
        Answer answer = get("maya", EXPORT + "?format=" + format);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.raw().body();
    }

    private Answer bring(String file, String format) {
        return post(
                "maya",
                "/api/launches/import",
                file,
                "Content-Type",
                format.equals("csv") ? "text/csv" : "application/json");
    }

    private static String message(Answer answer) {
        return answer.body().at("/results/0/message").asString("");
    }

    private static void counts(Answer answer, int rows, int created, int updated, int unchanged, int refused) {
        JsonNode report = answer.body();
        assertThat(List.of(
                        report.path("rows").asInt(),
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("refused").asInt()))
                .as(
                        "rows, created, updated, unchanged, refused of %s",
                        answer.raw().body())
                .containsExactly(rows, created, updated, unchanged, refused);
    }
}
