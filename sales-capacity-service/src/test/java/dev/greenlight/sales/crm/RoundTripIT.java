package dev.greenlight.sales.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken out can be brought back, and gives the same bytes once more. */
@OnPlatform(database = "roundtrip")
class RoundTripIT extends SalesScenario {
    private final String ada = TestTokens.shared().token("ada");

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE team, rep, account, product, opportunity, field_report, commitment CASCADE")
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "teams,csv",
        "teams,json",
        "accounts,csv",
        "accounts,json",
        "products,csv",
        "products,json",
        "opportunities,csv",
        "opportunities,json"
    })
    void anEmptyDatabaseIsFilledWithTheSame(String kind, String format) {
        someOfAll();
        String file = export(kind, format);
        assertThat(file.lines().count()).isGreaterThan(3);

        Answer unchanged = bring(kind, format, ada, file);
        assertThat(unchanged.body().path("unchanged").asInt())
                .as(unchanged.text())
                .isEqualTo(unchanged.body().path("rows").asInt());
        empty();
        Answer created = bring(kind, format, ada, file);

        assertThat(created.body().path("refused").asInt()).as(created.text()).isZero();
        assertThat(export(kind, format)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void commitmentsAreBroughtBackUnchangedOrAsThePromiseThatTheyAre(String format) {
        heard(plan(1, 1));
        String mia = manager("mia");
        team("one", mia, "ann", "bob");
        commit(
                        mia,
                        "{\"planRevision\":1,\"team\":\"one\",\"reps\":[{\"id\":\"ann\",\"fte\":\"0.5\"},{\"id\":\"bob\",\"fte\":\"1\"}]}")
                .is(200);
        String file = export("commitments", format, "&launch=" + launch);

        assertThat(bring("commitments", format, mia, file)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(export("commitments", format, "&launch=" + launch)).isEqualTo(file);
        Answer less = bring(
                "commitments", format, mia, file.replace("ann 0.5", "ann 0.25").replace("1.5", "1.25"));
        assertThat(less.body().path("updated").asInt()).as(less.text()).isEqualTo(1);
        assertThat(get("/api/capacity/launches/" + launch, ada).at("/markets/0/requirements/0/commitments/0/fte"))
                .isEqualTo("1.25");
        Answer tooMuch = bring(
                "commitments", format, mia, file.replace("ann 0.5", "ann 1.5").replace("1.5", "2.5"));
        assertThat(tooMuch.body().path("refused").asInt()).as(tooMuch.text()).isEqualTo(1);
        Answer declined = bring("commitments", format, mia, file.replace("CONFIRMED", "DECLINED"));
        assertThat(declined.at("/results/0/message")).contains("An import only promises staff");
        assertThat(bring("commitments", format, ada, file).is(403).code()).isEqualTo("role-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void reportsAreFiledOnceAndNeverEdited(String format) {
        heard(plan(1, 1));
        String fay = rep("fay");
        String hearing = """
                {"region":"%s","segment":"retail","account":"Müller, \\"発売\\" 🚀","verdict":"GAP","text":"=1+1\\nline two",
                 "gaps":[{"feature":"Offline\\nmode","severity":"MAJOR"},{"feature":"C:\\\\new","severity":"BLOCKER"}]}
                """.formatted(region);
        post("/api/capacity/launches/" + launch + "/field-reports", fay, hearing)
                .is(201);
        String file = export("reports", format, "&launch=" + launch);

        assertThat(bring("reports", format, fay, file).body().path("unchanged").asInt())
                .as(file)
                .isEqualTo(1);
        assertThat(export("reports", format, "&launch=" + launch)).isEqualTo(file);
        Answer edited = bring("reports", format, fay, file.replace("MAJOR", "MINOR"));
        assertThat(edited.at("/results/0/message")).contains("A report is never edited");
    }

    @Test
    void reportsWithoutIdAreFiledRowByRow() {
        heard(plan(1, 1));
        String file = """
                launch,region,segment,account,verdict,gaps
                %1$s,%2$s,retail,Cancity,GAP,BLOCKER: Offline mode
                %1$s,%2$s,retail,Isdom,NO_GAP,
                %1$s,%2$s,retail,Isdom,GAP,
                %1$s,Elsewhere,retail,Isdom,NO_GAP,
                """.formatted(launch, region);

        Answer answer = bring("reports", "csv", rep("fay"), file);

        assertThat(answer.body().path("created").asInt()).as(answer.text()).isEqualTo(2);
        assertThat(answer.at("/results/0/message")).contains("at least one missing feature");
        assertThat(answer.at("/results/1/message")).isEqualTo("You may not act in Elsewhere");
        assertThat(awaitSales(sales -> sales.getReportsFiled() == 2).getReportsFiled())
                .isEqualTo(2);
    }

    @Test
    void anExportThatThereIsNotIsNotFoundAndAFormatThatIsNotKnownIsNamed() {
        get("/api/capacity/export/secrets", ada).is(404);
        assertThat(get("/api/capacity/export/teams?format=xls", ada).is(400).at("/errors/0/pointer"))
                .isEqualTo("format");
        get("/api/capacity/export/teams?launch=nonsense", ada).is(400);
    }

    private void someOfAll() {
        String mia = manager("mia");
        put(teamPath("first"), mia, """
                        {"name":"=Erstes Team, \\"A\\" 🚀","reps":[
                         {"id":"ann","name":"アン\\nMaria","role":"@role","fte":"0.25","daysOff":["2027-04-12","2027-04-13"]},
                         {"id":"bob","name":"'Bob","fte":"1"}]}
                        """).is(200);
        put(teamPath("nobody"), mia, "{\"name\":\"Nobody yet\",\"reps\":[]}").is(200);
        bring("teams", "csv", ada, "sales_agent,manager,regional_office\nAnna,Dustin," + region + "\n");
        bring("accounts", "csv", ada, "account,sector\n\"Müller, \"\"KG\"\"\",retail\n'=A,\n発売 🚀,\"two\nlines\"\n");
        bring(
                "products",
                "csv",
                ada,
                "product,series,sales_price,currency\nGTX Pro,GTX,4821,USD\n'+Yen,,1054,JPY\nFine,,1.234,KWD\n");
        bring("opportunities", "csv", ada, """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,currency
                A-1,Anna,GTXPro,発売 🚀,Won,2026-01-01,2026-02-01,10.50,USD
                '@B,Anna,"'+Yen",,Prospecting,,,,JPY
                C-1,"Anna ""A"", B",GTK,Müller,Lost,2026-01-01,,0,EUR
                """);
    }

    private String export(String kind, String format) {
        return export(kind, format, "");
    }

    private String export(String kind, String format, String filter) {
        return get("/api/capacity/export/" + kind + "?format=" + format + filter, ada)
                .is(200)
                .text();
    }

    private Answer bring(String kind, String format, String token, String file) {
        return send(
                "POST",
                "/api/capacity/import/" + kind,
                token,
                file,
                List.of("csv").contains(format) ? "text/csv" : "application/json",
                null);
    }
}
