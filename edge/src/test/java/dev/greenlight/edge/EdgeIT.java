package dev.greenlight.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front door with its embedded identity provider, over HTTP; behind it stands a stub for two services, and nothing for sales. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("identity-provider")
@Timeout(60)
class EdgeIT {
    private static final int PORT = freePort();
    private static final URI ORIGIN = URI.create("http://localhost:" + PORT);
    private static final StubService SERVICE = new StubService();
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("greenlight.origin", ORIGIN::toString);
        registry.add("greenlight.identity.key-file", () -> folder.resolve("identity/signing-key.json"));
        registry.add("greenlight.edge.services.launch", SERVICE::uri);
        registry.add("greenlight.edge.services.notification", SERVICE::uri);
        registry.add("greenlight.edge.services.sales", () -> "http://127.0.0.1:" + freePort());
    }

    @BeforeEach
    void forget() {
        SERVICE.forgetCalls();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maya | Maya Lindqvist | marketing     | ''",
                "sam  | Sam Ortiz      | sales-manager | Central",
                "wei  | Wei Chen       | sales-manager | East",
                "rosa | Rosa Delgado   | sales-manager | West",
                "fay  | Fay Robinson   | field         | Central",
                "finn | Finn Gallagher | field         | East,West",
                "flo  | Flo Anderson   | field         | Central,East,West",
                "pia  | Pia Novak      | product       | ''",
                "lee  | Lee Park       | leadership    | ''",
                "ada  | Ada Mensah     | admin         | ''"
            })
    void everyPersonGetsATokenThatSaysWhoTheyAre(String id, String name, String role, String regions) throws Exception {
        HttpResponse<String> answer = token(id, "demo");

        assertThat(answer.statusCode()).isEqualTo(200);
        JWTClaimsSet claims = verified(accessToken(answer));
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getIssuer()).isEqualTo(ORIGIN.toString());
        assertThat(claims.getAudience()).containsExactly("greenlight");
        assertThat(claims.getStringClaim("name")).isEqualTo(name);
        assertThat(claims.getStringClaim("scope")).isEqualTo("api");
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringListClaim("regions"))
                .isEqualTo(regions.isEmpty() ? List.of() : Arrays.asList(regions.split(",")));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aScriptMaySendItsSecretInTheFormToo() throws Exception {
        HttpResponse<String> answer =
                tokenRequest("grant_type=client_credentials&scope=api&client_id=pia&client_secret=demo", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(verified(accessToken(answer)).getSubject()).isEqualTo("pia");
    }

    @Test
    void gettingATokenLeavesNoSessionBehind() throws Exception {
        assertThat(token("maya", "demo").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        HttpResponse<String> answer = token("maya", "demo ");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void anUnknownPersonIsRefused() throws Exception {
        assertThat(token("mallory", "demo").statusCode()).isEqualTo(401);
    }

    @Test
    void aCallWithoutSignInGetsAProblemInsteadOfARedirect() throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(ORIGIN.resolve("/api/launches"))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertProblem(answer, 401, "token-required");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemAndNoHtml() throws Exception {
        for (String path : List.of("/api/a%2Fb", "/api/a%00b", "/api/a%5Cb")) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(ORIGIN.resolve(path)).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(JSON.readTree(answer.body()).path("code").asString()).isNotEmpty();
        }
    }

    @Test
    void aPageWithoutSignInLeadsToTheForm() throws Exception {
        HttpResponse<String> form = new Browser(ORIGIN).open("/");

        assertThat(form.uri().getPath()).isEqualTo("/login");
        assertThat(form.body()).contains("<h1>Sign in</h1>").contains("Sam Ortiz");
    }

    @Test
    void whoComesByAnotherNameOfThisMachineIsBroughtToTheOrigin() throws Exception {
        HttpResponse<String> form = new Browser(URI.create("http://127.0.0.1:" + PORT)).signIn("maya", "demo");

        assertThat(form.uri().getHost()).isEqualTo("localhost");
    }

    @Test
    void signingInWithTheFormShowsWhoOneIs() throws Exception {
        HttpResponse<String> home = new Browser(ORIGIN).signIn("flo", "demo");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri().getPath()).isEqualTo("/");
        assertThat(home.body()).contains("Flo Anderson").contains("field").contains("Central, East, West");
    }

    @Test
    void homeShowsWhatWaitsAndTheBoard() throws Exception {
        String home = new Browser(ORIGIN).signIn("wei", "demo").body();

        assertThat(home)
                .contains("asked and read")
                .contains("told and unread")
                .doesNotContain("told and read")
                .doesNotContain("asked and done");
        assertThat(home)
                .contains("GTK &lt;b&gt;500&lt;/b&gt;")
                .contains("live")
                .contains("not ready")
                .contains("1.5 of 2.5 FTE committed on 2027-04-12");
    }

    @Test
    void aWrongSecretInTheFormIsToldAndSignsNobodyIn() throws Exception {
        Browser browser = new Browser(ORIGIN);

        HttpResponse<String> form = browser.signIn("maya", "guess");

        assertThat(form.uri()).hasToString(ORIGIN + "/login?error");
        assertThat(form.body()).contains("don’t belong together");
        assertProblem(browser.call("GET", "/api/launches", "", ""), 401, "token-required");
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(ORIGIN.resolve("/"))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("GREENLIGHT_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void signingInChangesTheSessionsId() throws Exception {
        Browser browser = new Browser(ORIGIN);
        browser.open("/");
        String before = sessionOf(browser);

        browser.signIn("maya", "demo");

        assertThat(sessionOf(browser)).isNotEqualTo(before);
    }

    @Test
    void aSessionsCallReachesTheServiceWithThePersonsTokenAndWithoutTheCookie() throws Exception {
        Browser browser = new Browser(ORIGIN);
        browser.signIn("sam", "demo");
        SERVICE.forgetCalls();

        HttpResponse<String> answer = browser.call("GET", "/api/launches/7?asOf=2027-01-01T00:00:00Z", "", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        StubService.Call call = SERVICE.nextCall();
        assertThat(call.uri().getPath()).isEqualTo("/api/launches/7");
        assertThat(call.uri().getQuery()).isEqualTo("asOf=2027-01-01T00:00:00Z");
        assertThat(call.headers()).doesNotContainKey("Cookie");
        JWTClaimsSet claims = verified(call.header("Authorization").substring("Bearer ".length()));
        assertThat(claims.getSubject()).isEqualTo("sam");
        assertThat(claims.getStringListClaim("regions")).containsExactly("Central");
        assertThat(claims.getAudience()).containsExactly("greenlight");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aSessionsCallThatChangesSomethingNeedsThePagesToken() throws Exception {
        Browser browser = new Browser(ORIGIN);
        String home = browser.signIn("maya", "demo").body();
        SERVICE.forgetCalls();

        assertProblem(browser.call("POST", "/api/launches", "{\"a\":1}", ""), 403, "csrf-token-required");
        assertThat(browser.call("POST", "/api/launches", "{\"a\":1}", home).statusCode())
                .isEqualTo(200);

        StubService.Call only = SERVICE.nextCall();
        assertThat(only.method()).isEqualTo("POST");
        assertThat(only.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        Browser browser = new Browser(ORIGIN);
        String home = browser.signIn("maya", "demo").body();

        HttpResponse<String> after = browser.submit("/logout", home, Map.of());

        assertThat(after.uri().getPath()).isEqualTo("/signed-out");
        assertThat(after.body()).contains("You are signed out");
        assertProblem(browser.call("GET", "/api/launches", "", ""), 401, "token-required");
        assertThat(browser.open("/").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aScriptsTokenGoesOnAsItIsWithoutSessionOrCsrfToken() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(ORIGIN.resolve("/api/gaps/1/review"))
                        .header("Authorization", "Bearer not.even.valid")
                        .header("Idempotency-Key", "k1")
                        .header("If-Match", "\"3\"")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"decision\":\"ACCEPTED\",\"note\":\"日本\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        StubService.Call call = SERVICE.nextCall();
        assertThat(call.header("Authorization")).isEqualTo("Bearer not.even.valid");
        assertThat(call.header("Idempotency-key")).isEqualTo("k1");
        assertThat(call.header("If-match")).isEqualTo("\"3\"");
        assertThat(call.headers()).doesNotContainKey("X-forwarded-for");
        assertThat(call.body()).isEqualTo("{\"decision\":\"ACCEPTED\",\"note\":\"日本\"}");
    }

    @Test
    void whatAServiceMadeIsNamedByAPathThatWorksHere() throws Exception {
        HttpResponse<String> answer = bearer("/api/launches/made");

        assertThat(answer.headers().firstValue("Location")).hasValue("/api/launches/9");
    }

    @Test
    void aServiceThatIsAwayIsNamed() throws Exception {
        HttpResponse<String> answer = bearer("/api/capacity/launches");

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.body()).contains("The sales capacity service does not answer at the moment");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aPathThatNoServiceHasIsAProblemToo() throws Exception {
        assertProblem(bearer("/api/launch"), 404, "not-found");
        assertProblem(bearer("/internal"), 401, "token-required");
    }

    @Test
    void aPageThatIsNotThereIsToldAsAPage() throws Exception {
        Browser browser = new Browser(ORIGIN);
        browser.signIn("maya", "demo");

        HttpResponse<String> page = browser.open("/admin");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page");
    }

    @Test
    void eventsComeThroughOneByOne() throws Exception {
        Browser browser = new Browser(ORIGIN);
        browser.signIn("maya", "demo");

        HttpResponse<InputStream> stream = browser.stream("/api/notifications/stream");

        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: inbox");
            assertThat(lines.readLine()).isEqualTo("data: 1");
            assertThat(lines.readLine()).isEmpty();
            SERVICE.sendSecondEvent();
            assertThat(lines.readLine()).isEqualTo("event: inbox");
            assertThat(lines.readLine()).isEqualTo("data: 2");
        }
    }

    @Test
    void eachServicesDocumentationIsReachable() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(ORIGIN.resolve("/v3/api-docs/launch")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SERVICE.nextCall().uri().getPath()).isEqualTo("/v3/api-docs");
    }

    @Test
    void healthIsForAnyoneAndItsDetailsAreForAdministrators() throws Exception {
        Browser administrator = new Browser(ORIGIN);
        administrator.signIn("ada", "demo");
        Browser marketing = new Browser(ORIGIN);
        marketing.signIn("maya", "demo");

        assertThat(new Browser(ORIGIN).open("/actuator/health").body())
                .contains("UP")
                .doesNotContain("components");
        assertThat(marketing.open("/actuator/health").body()).doesNotContain("components");
        assertThat(administrator.open("/actuator/health").body()).contains("components");
    }

    @Test
    void pagesForbidWhatTheyDoNotNeed() throws Exception {
        HttpResponse<String> page = new Browser(ORIGIN).open("/signed-out");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    private HttpResponse<String> bearer(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(ORIGIN.resolve(path))
                        .header("Authorization", "Bearer x")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> token(String id, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return tokenRequest("grant_type=client_credentials", "Basic " + basic);
    }

    private HttpResponse<String> tokenRequest(String form, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(ORIGIN.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String accessToken(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** The claims, when the published keys verify the token. */
    private JWTClaimsSet verified(String token) throws Exception {
        HttpResponse<String> keys =
                http.send(HttpRequest.newBuilder(ORIGIN.resolve("/oauth2/jwks")).build(), BodyHandlers.ofString());
        SignedJWT jwt = SignedJWT.parse(token);
        boolean good = jwt.verify(new RSASSAVerifier(JWKSet.parse(keys.body())
                .getKeyByKeyId(jwt.getHeader().getKeyID())
                .toRSAKey()));
        assertThat(good).as("signature").isTrue();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        return jwt.getJWTClaimsSet();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    private static String sessionOf(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("GREENLIGHT_SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
