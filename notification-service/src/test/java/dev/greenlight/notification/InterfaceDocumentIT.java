package dev.greenlight.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.description.InterfaceAudit;
import dev.greenlight.kit.description.InterfaceDocument;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** The service is what docs/http-interface.md says. */
@OnPlatform(database = "notification_interface")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InterfaceDocumentIT {
    @LocalServerPort
    private int port;

    @Autowired
    private AccessRules rules;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + TestTokens.shared().token("ada"))
                .build();
    }

    @Test
    void theServiceTheDocumentationAndTheAccessRulesAgree() {
        String api = String.valueOf(client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(InterfaceAudit.findings(
                        InterfaceDocument.read(),
                        "notification-service",
                        JsonMapper.shared().readTree(api),
                        rules))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/notifications, cursor=nonsense, cursor",
        "/api/notifications, limit=201, limit",
        "/api/notifications, unread=perhaps, unread",
        "/api/notifications/people, cursor=bm9uc2Vuc2U, cursor",
        "/api/notifications/people, limit=0, limit"
    })
    void whatIsWrongInAListsAddressIsNamed(String list, String wrong, String name) {
        client.get()
                .uri(list + "?" + wrong)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(name);
    }

    @Test
    void theSameKeyGetsTheSameAnswer() {
        for (int i = 0; i < 2; i++) {
            client.post()
                    .uri("/api/notifications/read-all")
                    .header("Idempotency-Key", "once")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.read")
                    .isEqualTo(0);
        }
        client.post()
                .uri("/api/notifications/read-all")
                .header("Idempotency-Key", "x".repeat(201))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
