package dev.greenlight.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.sample.SampleApplication;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.TestTokens;
import dev.greenlight.testing.call.Reply;
import dev.greenlight.testing.call.ServiceClient;
import dev.greenlight.testing.call.TestRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnPlatform
class HttpInterfaceIT {
    private static final TestTokens TOKENS = TestTokens.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private RestTestClient client = RestTestClient.bindToServer().build();

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text": "a", "colour": "red"}  | unknown-field  | /colour
                    {"text": "a", "nested": {"x":1}} | unknown-field  | /nested/x
                    {"nested": {"number": "seven"}} | invalid        | /nested/number
                    {"text": ["a"]}                 | invalid        | /text
                    {"text": ""}                    | invalid        | /text
                    {"text": "a"                    | malformed-json |
                    {"text": "a"} trailing          | malformed-json |
                    nonsense                        | malformed-json |
                    """)
    void aBodyThatIsNotRightIsNamedByCodeAndPointerAndChangesNothing(
            String body, String code, @Nullable String pointer) {
        long before = notes();

        RestTestClient.BodyContentSpec answer = post(body, null)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
        answer.jsonPath("$.code").isEqualTo(code);
        if (pointer != null) {
            answer.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
        assertThat(notes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "application/cbor", "text/plain"})
    void aBodyThatIsNotJsonIsRefused(String contentType) {
        client.post()
                .uri("/api/notes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"))
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .body("text: a".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void whatIsUnforeseenIsToldWithoutOurInsides() {
        String body = get("/api/boom", TOKENS.token("maya"))
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body)
                .contains("internal-error")
                .doesNotContain("secret detail")
                .doesNotContain("Exception");
    }

    @Test
    void aBrowserGetsAProblemAndNoHtml() {
        client.get()
                .uri("/api/boom")
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"))
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/a%00b",
                "/api/notes/%2e%2e",
                "/api/no;tes",
                "/api/%FF",
                "/api/notes?limit=%FF",
                "/api/notes?%FF=1"
            })
    void whatTheServerItselfRefusesIsAProblemAndNoHtml(String target) {
        String answer = new ServiceClient(port)
                .sendRaw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + TOKENS.token("maya") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("application/problem+json", "\"code\":");
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/notes?q=[<> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/notes HTTP/1.1\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "G\u0001T /api/notes HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void whatIsNoProperHttpIsRefusedWithoutHtml(String request) {
        assertThat(new ServiceClient(port).sendRaw(request))
                .matches("(?s)HTTP/1.1 4\\d\\d .*")
                .doesNotContainIgnoringCase("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", ";", "application/json;charset=utf-16"})
    void whoDoesNotAcceptOurAnswerIsToldSoBeforeAnythingChanges(String accept) {
        long before = notes();

        Reply reply = new ServiceClient(port).send(note().with("Accept", accept).json("{\"text\": \"a\"}"));

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.code()).isEqualTo("not-acceptable");
        assertThat(notes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/*", "*/*", "nonsense"})
    void aContentTypeThatIsNoneIsRefused(String contentType) {
        Reply reply =
                new ServiceClient(port).send(note().json("{\"text\": \"a\"}").with("Content-Type", contentType));

        assertThat(reply.code()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/notes?limit=1&q=a%00b",
                "/api/notes?cursor=AAAA",
                "/api/notes?cursor=_w",
                "/api/shades?shade=%20"
            })
    void aParameterThatCanNotBeMeantIsRefused(String target) {
        String answer = new ServiceClient(port)
                .sendRaw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + TOKENS.token("maya") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"invalid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data"})
    void aBodyThatIsNoFormIsRefusedWhereItSaysThatItIsOne(String contentType) {
        Reply reply = new ServiceClient(port)
                .send(note().json("{\"text\": \"a\\nb\", \"nested\": null,\n \"x\": \"静\"}")
                        .with("Content-Type", contentType));

        assertThat(reply.isRefusal()).as("%s", reply).isTrue();
        assertThat(reply.isProblem()).isTrue();
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndHasOneEffect() {
        String key = UUID.randomUUID().toString();
        long before = notes();

        String first = body(post("{\"text\": \"once\"}", key).expectStatus().isCreated());
        RestTestClient.ResponseSpec again = post("{\"text\": \"once\"}", key);
        again.expectStatus()
                .isCreated()
                .expectHeader()
                .exists(HttpHeaders.LOCATION)
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");

        assertThat(body(again)).isEqualTo(first);
        assertThat(notes()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        post("{\"text\": \"one\"}", key).expectStatus().isCreated();

        post("{\"text\": \"two\"}", key)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedCallLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        post("{\"text\": \"\"}", key).expectStatus().isBadRequest();

        post("{\"text\": \"now right\"}", key).expectStatus().isCreated();
    }

    @Test
    void ofManyCallsWithOneKeyAtTheSameTimeOneHasAnEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        long before = notes();
        Callable<String> call =
                () -> body(post("{\"text\": \"race\"}", key).expectStatus().isCreated());

        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<String> answers = new ArrayList<>();
        try {
            for (Future<String> answer : callers.invokeAll(Collections.nCopies(16, call))) {
                answers.add(answer.get());
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(notes()).isEqualTo(before + 1);
    }

    @Test
    void aWriterMustSayWhatItSaw() {
        String location = post("{\"text\": \"first\"}", null)
                .expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION);

        put(location, null)
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("if-match-required");
        put(location, "\"1\"").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        put(location, "\"1\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("stale-revision");
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            post("{\"text\": \"page\"}", null).expectStatus().isCreated();
        }

        get("/api/notes?limit=2", TOKENS.token("maya"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isNotEmpty();
        get("/api/notes?limit=201", TOKENS.token("maya")).expectStatus().isBadRequest();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        post("{\"text\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}", null)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("content-too-large");
    }

    @Test
    void aFilterWithACharacterThatCanNotBeStoredIsRefusedByName() {
        client.get()
                .uri(URI.create("http://localhost:" + port + "/api/notes?colour=%00"))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("colour");
    }

    @Test
    void theCallerIsWhoTheTokenNames() {
        get("/api/whoami", TOKENS.token("sam"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("sam")
                .jsonPath("$.roles[0]")
                .isEqualTo("SALES_MANAGER")
                .jsonPath("$.regions[0]")
                .isEqualTo("Central");
    }

    @Test
    void withoutAGoodTokenNobodyIsLetIn() {
        for (String token : List.of("nonsense", TOKENS.expiredToken("maya"), TOKENS.tokenForAnotherAudience("maya"))) {
            get("/api/whoami", token)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("token-required");
        }
        client.get().uri("/api/whoami").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aRoleThatIsNotNamedIsRefusedAndWhatNoRuleNamesIsDenied() {
        client.post()
                .uri("/api/notes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("sam"))
                .body("{\"text\": \"a\"}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("role-required");
        client.method(HttpMethod.DELETE)
                .uri("/api/notes/1")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"))
                .exchange()
                .expectStatus()
                .isForbidden();
        get("/actuator/env", TOKENS.token("ada")).expectStatus().isForbidden();
    }

    @Test
    void everybodySeesWhetherItIsWellAndOnlyAdministratorsSeeWhy() {
        client.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist();
        get("/actuator/health", TOKENS.token("ada"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.outbox.details.waiting")
                .exists()
                .jsonPath("$.components.consumers.details.parked")
                .exists();
    }

    private static TestRequest note() {
        return TestRequest.of("POST", "/api/notes").as(TOKENS.token("maya"));
    }

    private RestTestClient.ResponseSpec post(String body, @Nullable String key) {
        RestTestClient.RequestBodySpec request =
                client.post().uri("/api/notes").header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(body).exchange();
    }

    private RestTestClient.ResponseSpec put(@Nullable String uri, @Nullable String ifMatch) {
        RestTestClient.RequestBodySpec request = client.put()
                .uri(String.valueOf(uri))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKENS.token("maya"));
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.body("{\"text\": \"changed\"}").exchange();
    }

    private RestTestClient.ResponseSpec get(String uri, String token) {
        return client.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private long notes() {
        return jdbc.sql("SELECT count(*) FROM note").query(Long.class).single();
    }
}
