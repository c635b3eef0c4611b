package dev.greenlight.sales.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.exchange.ImportFile;
import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ImportIT extends SalesScenario {
    private static final Path CRM = Path.of(System.getProperty("greenlight.root", ".."))
            .resolve("standalone/src/main/resources/demo/crm-sales-opportunities");
    private static final String PIPELINE =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

    private final String ada = TestTokens.shared().token("ada");

    @Test
    void theRealFilesAreTakenOverRowByRowAndOnceMoreWithoutEffect() throws IOException {
        counts(importFile("teams", "sales_teams.csv"), 35, 35, 0, 0, 0);
        JsonNode accounts = importFile("accounts", "accounts.csv");
        counts(accounts, 85, 85, 0, 0, 0);
        assertThat(accounts.path("results")).hasSize(12);
        assertThat(accounts.at("/results/0/message").asString())
                .isEqualTo("The sector \"technolgy\" is taken as \"technology\"");
        assertThat(accounts.at("/results/0/row").asInt()).isEqualTo(2);
        counts(importFile("products", "products.csv"), 7, 7, 0, 0, 0);

        JsonNode pipeline = importFile("opportunities", "sales_pipeline.csv");
        counts(pipeline, 8800, 8800, 0, 0, 0);
        assertThat(messages(pipeline, "The product \"GTXPro\" is taken as \"GTX Pro\""))
                .isEqualTo(1480);
        assertThat(messages(pipeline, "It has no account")).isEqualTo(1425);
        assertThat(messages(pipeline, "It has no value")).isEqualTo(2089);
        counts(importFile("teams", "sales_teams.csv"), 35, 0, 0, 35, 0);
        counts(importFile("accounts", "accounts.csv"), 85, 0, 0, 85, 0);
        counts(importFile("products", "products.csv"), 7, 0, 0, 7, 0);
        counts(importFile("opportunities", "sales_pipeline.csv"), 8800, 0, 0, 8800, 0);
        JsonNode teams = get("/api/capacity/teams?region=Central", ada).is(200).body();
        assertThat(teams.at("/items/0/id").asString()).isEqualTo("dustin-brinkmann");
        assertThat(teams.at("/items/0/reps/0/id").asString()).isEqualTo("anna-snelling");
        assertThat(teams.at("/items/0/reps/0/fte").asString()).isEqualTo("1");
        assertThat(teams.at("/items/0/manager").isMissingNode()).isTrue();
    }

    @Test
    void aSpreadsheetsByteOrderMarkSemicolonsLineEndsAndQuotedLineBreaksAreFine() {
        String csv =
                "\uFEFFSales_Agent;Manager;regional_office;comment\r\n\"Anna\r\nMaria\";\"Dustin \"\"D\"\"\";%s;x\r\n\r\n"
                        .formatted(region);

        Answer answer = postCsv("teams", ada, csv).is(200);

        counts(answer.body(), 1, 1, 0, 0, 0);
        assertThat(get("/api/capacity/teams?region=" + region, ada).at("/items/0/id"))
                .isEqualTo("dustin-d");
    }

    @Test
    void whatIsWrongWithARowRefusesThatRowNumberedAsASpreadsheetDoes() {
        String csv = PIPELINE + """
                A-%1$s,Anna,GTK,"Two
                lines",Won,2026-01-01,2026-02-01,10
                =cmd(),Anna,GTK,,Won,,,10
                B-%1$s,@Anna,GTK,,Won,,,10
                C-%1$s,Anna,GTK,,Sleeping,,,10
                D-%1$s,Anna,GTK,,Won,01/02/2026,,10
                E-%1$s,Anna,GTK,,Won,,,-5
                F-%1$s,Anna,GTK,,Won,,,1.005
                G-%1$s,Anna,GTK,,Won,,
                A-%1$s,Anna,GTK,,Won,,,10
                H-%1$s,Anna,GTK,,Won,,,10
                """.formatted(region);

        JsonNode report = postCsv("opportunities", ada, csv).is(200).body();

        counts(report, 10, 2, 0, 0, 8);
        assertThat(report.path("results")
                        .valueStream()
                        .filter(result -> result.path("status").asString().equals("REFUSED"))
                        .map(result -> result.path("row").asInt()))
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(report.at("/results/0/message").asString()).contains("opportunity_id begins with \"=\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sales_agent,manager\nAnna,Dustin' | missing-columns | regional_office",
                "'' | empty-file | empty",
                "'sales_agent,manager,regional_office,manager\na,b,c,d' | doubled-columns | manager",
                "'sales_agent,manager,regional_office\n\"Anna,b,c' | malformed-csv | quote",
            })
    void whatIsWrongWithTheFileRefusesAllOfIt(String csv, String code, String detail) {
        Answer refused = postCsv("teams", ada, csv.replace("''", "")).is(400);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.at("/detail")).contains(detail);
    }

    @Test
    void anotherEncodingOrTypeOrKindOrTooLargeAFileIsRefused() {
        byte[] latin = ("sales_agent,manager,regional_office\nJürgen,Dustin," + region)
                .getBytes(Charset.forName("windows-1252"));
        String path = "/api/capacity/import/teams";

        assertThat(sendBytes("POST", path, ada, latin, "text/csv", null).is(400).code())
                .isEqualTo("wrong-encoding");
        send("POST", path, ada, "x", "text/plain", null).is(415);
        assertThat(send("POST", path, ada, "x", "application/json", null)
                        .is(400)
                        .code())
                .isEqualTo("malformed-json");
        postCsv("weather", ada, "x").is(404);
        assertThat(sendBytes("POST", path, ada, new byte[ImportFile.MOST_BYTES + 1], "text/csv", null)
                        .is(413)
                        .code())
                .isEqualTo("file-too-large");
        assertThat(get("/api/capacity/teams?region=" + region, ada).body().path("items"))
                .isEmpty();
    }

    @Test
    void aFormsFileIsTakenToo() {
        String form = """
                --line\r
                Content-Disposition: form-data; name="file"; filename="teams.csv"\r
                Content-Type: text/csv\r
                \r
                sales_agent,manager,regional_office,role,fte
                Anna,Dustin,%s,solution-engineer,0.5
                \r
                --line--\r
                """.formatted(region);

        Answer answer = sendBytes(
                        "POST",
                        "/api/capacity/import/teams",
                        ada,
                        form.getBytes(StandardCharsets.UTF_8),
                        "multipart/form-data; boundary=line",
                        null)
                .is(200);

        counts(answer.body(), 1, 1, 0, 0, 0);
        Answer teams = get("/api/capacity/teams?region=" + region, ada);
        assertThat(teams.at("/items/0/reps/0/role")).isEqualTo("solution-engineer");
        assertThat(teams.at("/items/0/reps/0/fte")).isEqualTo("0.5");
    }

    @Test
    void aManagerImportsForOwnRegionsOnly() {
        String sam = manager("sam");
        JsonNode teams = postCsv(
                        "teams",
                        sam,
                        "sales_agent,manager,regional_office\nAnna %1$s,Dustin,%1$s\nBert,Dustin,Elsewhere\n"
                                .formatted(region))
                .is(200)
                .body();
        counts(teams, 2, 1, 0, 0, 1);
        assertThat(teams.at("/results/0/message").asString()).isEqualTo("You may not act in Elsewhere");

        JsonNode pipeline = postCsv(
                        "opportunities",
                        sam,
                        PIPELINE
                                + "X-%1$s,anna %1$s,GTK,Acme,Won,,,1\nY-%1$s,Stranger,GTK,Acme,Won,,,1\n"
                                        .formatted(region))
                .is(200)
                .body();
        counts(pipeline, 2, 1, 0, 0, 1);
        assertThat(postCsv("teams", rep("fay"), "x").is(403).code()).isEqualTo("role-required");
        assertThat(postCsv("teams", TestTokens.shared().token("maya"), "x")
                        .is(403)
                        .code())
                .isEqualTo("role-required");
    }

    @Test
    void somebodyWhoChangesTheTeamMovesUnlessTheyArePromised() {
        String file = "sales_agent,manager,regional_office\nAnna,%2$s,%1$s\nBert,Dustin,%1$s\n";
        postCsv("teams", ada, file.formatted(region, "Dustin")).is(200);
        heard(plan(1, 1));
        JsonNode moved =
                postCsv("teams", ada, file.formatted(region, "Melvin")).is(200).body();
        counts(moved, 2, 0, 1, 1, 0);
        commit(manager("sam"), "{\"planRevision\":1,\"team\":\"melvin\",\"reps\":[{\"id\":\"anna\",\"fte\":\"1\"}]}")
                .is(200);

        JsonNode refused =
                postCsv("teams", ada, file.formatted(region, "Dustin")).is(200).body();

        counts(refused, 2, 0, 0, 1, 1);
        assertThat(refused.at("/results/0/message").asString()).contains("Anna is promised to \"GTK 500 " + launch);
    }

    private JsonNode importFile(String kind, String file) throws IOException {
        return sendBytes(
                        "POST",
                        "/api/capacity/import/" + kind,
                        ada,
                        Files.readAllBytes(CRM.resolve(file)),
                        "text/csv",
                        null)
                .is(200)
                .body();
    }

    private static void counts(JsonNode report, int rows, int created, int updated, int unchanged, int refused) {
        assertThat(List.of(
                        report.path("rows").asInt(),
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("refused").asInt()))
                .as("rows, created, updated, unchanged, refused of %s", report.path("results"))
                .containsExactly(rows, created, updated, unchanged, refused);
    }

    private static long messages(JsonNode report, String part) {
        return report.path("results")
                .valueStream()
                .filter(result -> result.path("message").asString().contains(part))
                .count();
    }
}
