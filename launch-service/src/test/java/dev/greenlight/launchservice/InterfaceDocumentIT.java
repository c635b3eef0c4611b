package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.description.InterfaceAudit;
import dev.greenlight.kit.description.InterfaceDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The service is what docs/http-interface.md says. */
class InterfaceDocumentIT extends LaunchServiceIT {
    @Autowired
    private AccessRules rules;

    @Test
    void theServiceTheDocumentationAndTheAccessRulesAgree() {
        assertThat(InterfaceAudit.findings(
                        InterfaceDocument.read(),
                        "launch-service",
                        get("", "/v3/api-docs").body(),
                        rules))
                .isEmpty();
    }

    @Test
    void theDescriptionHasATitleAVersionAndExamples() {
        var api = get("", "/v3/api-docs").body();

        assertThat(api.at("/info/title").asString()).isEqualTo("Greenlight launch-service");
        assertThat(api.at("/info/version").asString()).isEqualTo("1");
        assertThat(api.at("/paths/~1api~1launches/post/requestBody/content/application~1json/example/product")
                        .asString())
                .isEqualTo("GTK 500");
    }

    @Test
    void whatSpringItselfRefusesIsAProblemToo() {
        assertThat(get("maya", "/api/launches/x/hold").text("code")).isEqualTo("method-not-allowed");
        assertThat(send("maya", "GET", "/api/launches/export", null, "Accept", "application/xml")
                        .text("code"))
                .isEqualTo("not-acceptable");
        assertThat(send("maya", "POST", "/api/launches/import", "a", "Content-Type", "text/plain")
                        .text("code"))
                .isEqualTo("unsupported-media-type");
        assertThat(post("maya", "/api/launches", "{\"product\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}")
                        .text("code"))
                .isEqualTo("content-too-large");
    }

    @Test
    void aFilterThatIsNotKnownIsToldWithThoseThatAre() {
        assertThat(get("maya", "/api/launches?status=LOST").text("detail"))
                .isEqualTo("status is one of DRAFT, PLANNED, ON_HOLD, LIVE, CLOSED, CANCELLED");
        assertThat(get("maya", "/api/launches?ready=perhaps").text("detail")).isEqualTo("ready is true or false");
        assertThat(get("maya", "/api/gaps?severity=BAD").text("detail")).contains("BLOCKER");
        assertThat(get("maya", "/api/gaps?launch=nonsense").text("detail"))
                .isEqualTo("launch is an id as the answers have it");
        assertThat(get("maya", "/api/launches?q=%00").status()).isEqualTo(400);
        assertThat(get("maya", "/api/launches/export?format=xls").text("detail"))
                .isEqualTo("The format is csv or json, not \"xls\"");
    }

    @Test
    void everyListRefusesACursorThatItDidNotGiveAndALimitThatIsTooLarge() {
        String launch = "/api/launches/" + planned("Central");
        for (String list : new String[] {"/api/launches", "/api/gaps", launch + "/history", launch + "/decisions"}) {
            for (String wrong : new String[] {"cursor=nonsense", "cursor=bm9uc2Vuc2U", "limit=201", "limit=0"}) {
                Answer refused = get("maya", list + "?" + wrong);

                assertThat(refused.status()).as("%s?%s", list, wrong).isEqualTo(400);
                assertThat(refused.body().at("/errors/0/pointer").asString())
                        .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
            }
        }
    }
}
