package dev.greenlight.edge.home;

import dev.greenlight.edge.EdgeProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Reads for the home page, as the person who looks at it. A service that is away costs its part of the page only. */
@Component
class Glance {
    private static final Logger log = LoggerFactory.getLogger(Glance.class);

    /** A page is no place to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RestClient http;
    private final EdgeProperties.Services services;

    Glance(RestClient.Builder http, EdgeProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build());
        requests.setReadTimeout(PATIENCE);
        this.http = http.requestFactory(requests).build();
        this.services = properties.services();
    }

    /** What waits for the person, newest first: what asks for action until it is settled, what is told until it is read. */
    Section<Matter> waiting(String token) {
        return read(services.notification().resolve("/api/notifications?limit=100"), token, Matter::of)
                .only(Matter::waits);
    }

    /** The launches, as the board has them. */
    Section<LaunchLine> board(String token) {
        return read(services.launch().resolve("/api/launches?limit=50"), token, LaunchLine::of);
    }

    private <T> Section<T> read(URI from, String token, Function<JsonNode, T> line) {
        try {
            JsonNode page = http.get()
                    .uri(from)
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .body(JsonNode.class);
            if (page == null) {
                return Section.away();
            }
            return new Section<>(
                    true,
                    StreamSupport.stream(page.path("items").spliterator(), false)
                            .map(line)
                            .toList());
        } catch (RestClientException e) {
            log.warn("The home page does without {}: {}", from.getPath(), e.getMessage());
            return Section.away();
        }
    }

    /** A part of the page; not here when its service did not answer. */
    public record Section<T>(boolean here, List<T> lines) {
        static <T> Section<T> away() {
            return new Section<>(false, List.of());
        }

        Section<T> only(Predicate<T> condition) {
            return new Section<>(here, lines.stream().filter(condition).toList());
        }
    }

    /** One thing that waits. */
    public record Matter(String title, String text, boolean asksAction, boolean waits) {
        static Matter of(JsonNode item) {
            return new Matter(
                    item.path("title").asString(""),
                    item.path("text").asString(""),
                    item.path("asksAction").asBoolean(false),
                    !item.hasNonNull("doneAt")
                            && (item.path("asksAction").asBoolean(false) || !item.hasNonNull("readAt")));
        }
    }

    /** One launch on the board. */
    public record LaunchLine(String name, String product, String status, List<MarketCell> markets) {
        static LaunchLine of(JsonNode item) {
            return new LaunchLine(
                    item.path("name").asString(""),
                    item.path("product").asString(""),
                    item.path("status").asString(""),
                    StreamSupport.stream(item.path("markets").spliterator(), false)
                            .map(MarketCell::of)
                            .toList());
        }
    }

    /** One market of a launch: shape and word, not colour, say how it stands. */
    public record MarketCell(String region, String goLiveDate, String mark, String word, String missing) {
        static MarketCell of(JsonNode market) {
            boolean live = market.path("live").asBoolean(false);
            boolean ready = market.path("ready").asBoolean(false);
            return new MarketCell(
                    market.path("region").asString(""),
                    market.path("goLiveDate").asString(""),
                    live ? "▲" : ready ? "✓" : "●",
                    live ? "live" : ready ? "ready" : "not ready",
                    market.path("next").path("cause").asString(""));
        }
    }
}
