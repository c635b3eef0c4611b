package dev.greenlight.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser: keeps cookies, follows redirects, fills in forms. */
final class Browser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final URI origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Browser(URI origin) {
        this.origin = origin;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return http.send(page(path).GET().build(), BodyHandlers.ofString());
    }

    /** Signs in through the form and answers with the page that comes after it. */
    HttpResponse<String> signIn(String id, String secret) throws IOException, InterruptedException {
        HttpResponse<String> form = open("/");
        return submit("/login", form.body(), Map.of("username", id, "password", secret));
    }

    HttpResponse<String> submit(String path, String shownPage, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String token = "_csrf=" + URLEncoder.encode(find(FORM_TOKEN, shownPage), StandardCharsets.UTF_8);
        return http.send(
                page(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.isEmpty() ? token : body + "&" + token))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A call as a script on a page makes it; the page gives the CSRF token, unless it is left out. */
    HttpResponse<String> call(String method, String path, String json, String shownPage)
            throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(origin.resolve(path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!shownPage.isEmpty()) {
            call.header("X-CSRF-TOKEN", find(PAGE_TOKEN, shownPage));
        }
        return http.send(call.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
    }

    CookieManager cookies() {
        return cookies;
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).header("Accept", "text/html,*/*;q=0.8");
    }

    private static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("The page has no CSRF token:\n" + page);
        }
        return found.group(1);
    }
}
