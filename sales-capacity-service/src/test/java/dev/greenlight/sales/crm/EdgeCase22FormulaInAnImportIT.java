package dev.greenlight.sales.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sales.SalesScenario;
import dev.greenlight.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "An import row that begins with {@code =}." It is refused by itself, and what we give out never begins so. */
class EdgeCase22FormulaInAnImportIT extends SalesScenario {
    private final String ada = TestTokens.shared().token("ada");

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+49", "@SUM(A1)", "-cmd|x", " =1", "\uFF1D1"})
    void theRowIsRefusedAndTheOthersAreTaken(String cell) {
        Answer answer = postCsv(
                        "accounts", ada, "account,sector\n" + cell + "," + region + "\nGood " + launch + ",retail\n")
                .is(200);

        assertThat(answer.body().path("refused").asInt()).isEqualTo(1);
        assertThat(answer.body().path("created").asInt()
                        + answer.body().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(answer.at("/results/0/row")).isEqualTo("2");
        assertThat(answer.at("/results/0/message")).contains("a spreadsheet would take for a formula");
        assertThat(get("/api/capacity/export/accounts?format=csv", ada).text()).doesNotContain(region);
    }

    @Test
    void aTextThatIsMeantSoIsTakenWithAnApostropheAndGivenOutWithOne() {
        postCsv("accounts", ada, "account,sector\n'=A " + launch + ",retail\n").is(200);

        String file = get("/api/capacity/export/accounts?format=csv", ada).text();
        Answer asJson = get("/api/capacity/export/accounts", ada);

        assertThat(file).contains("\n'=A " + launch + ",retail\r\n").doesNotContain("\n=A");
        assertThat(asJson.text()).contains("\"=A " + launch + "\"");
        assertThat(postCsv("accounts", ada, file).is(200).body().path("updated").asInt())
                .isZero();
    }
}
