package dev.greenlight.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.description.InterfaceAudit;
import dev.greenlight.kit.description.InterfaceDocument;
import dev.greenlight.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The service is what docs/http-interface.md says. */
class InterfaceDocumentIT extends SalesScenario {
    @Autowired
    private AccessRules rules;

    private final String lee = TestTokens.shared().token("lee");

    @Test
    void theServiceTheDocumentationAndTheAccessRulesAgree() {
        assertThat(InterfaceAudit.findings(
                        InterfaceDocument.read(),
                        "sales-capacity-service",
                        get("/v3/api-docs", lee).body(),
                        rules))
                .isEmpty();
    }

    @Test
    void everyListRefusesACursorThatItDidNotGiveAndALimitThatIsTooLarge() {
        String reports = "/api/capacity/launches/" + launch + "/field-reports";
        for (String list : List.of("/api/capacity/launches", "/api/capacity/teams", "/api/capacity/load", reports)) {
            for (String wrong : List.of("cursor=nonsense", "cursor=bm9uc2Vuc2U", "limit=201", "limit=0")) {
                Answer refused = get(list + "?" + wrong, lee).is(400);

                assertThat(refused.at("/errors/0/pointer")).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
            }
        }
    }

    @Test
    void theLoadIsReadPageByPage() {
        team("one", manager("mia"), "ann", "bob", "cyd");
        team("two", manager("mia"), "dan", "eve");

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get("/api/capacity/load?limit=2&region=" + region + "&cursor=" + cursor, lee)
                    .is(200);
            page.body().path("reps").forEach(rep -> read.add(rep.path("id").asString()));
            cursor = page.at("/next");
        } while (!cursor.isEmpty());

        assertThat(read).containsExactly("ann", "bob", "cyd", "dan", "eve");
    }
}
