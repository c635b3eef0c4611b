package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The feed of go-live dates, read back as a calendar reads it. */
class CalendarIT extends LaunchServiceIT {
    private final String region = "Ré,gion, " + UUID.randomUUID();

    @Test
    void eachMarketIsAnAllDayEventThatKeepsItsIdThroughRevisions() {
        ObjectNode plan = plan(region).put("name", "発売 🚀 " + "long, name; ".repeat(12));
        UUID launch = post("maya", "/api/launches", plan).id();
        VEvent first = event(region);
        ((ObjectNode) plan.at("/markets/0"))
                .put("goLiveDate", today().plusDays(5).toString());
        put("maya", "/api/launches/" + launch, plan, "If-Match", "\"1\"");

        VEvent event = event(region);

        assertThat(event.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getStatus().isTentative()).isTrue();
        assertThat(event.getSummary().getValue())
                .isEqualTo(plan.path("name").asString().strip() + " goes live in " + region);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        LocalDate date = today().plusDays(5);
        assertThat(feed("").raw().body())
                .contains("DTSTART;VALUE=DATE:" + date.format(DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(event.getLastModified().getValue())
                .isEqualTo(event.getDateTimeStamp().getValue());
    }

    @Test
    void linesAreFoldedByOctetsAndSpecialCharactersEscaped() {
        ObjectNode plan = plan(region).put("name", "発売 🚀 ".repeat(20) + "a,b;c\\d");
        post("maya", "/api/launches", plan);

        String body = feed("").raw().body();

        assertThat(body.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(body.replace("\r\n ", "")).contains("a\\,b\\;c\\\\d goes live in");
    }

    @Test
    void whatIsGivenUpStaysAndIsMarked() {
        UUID launch = post("maya", "/api/launches", plan(region, region + " 2")).id();
        put("maya", "/api/launches/" + launch, plan(region), "If-Match", "\"1\"");

        VEvent dropped = event(region + " 2");
        post("maya", "/api/launches/" + launch + "/hold", "{\"reason\":\"Budget\"}", "If-Match", "\"2\"");
        VEvent held = event(region);
        post("maya", "/api/launches/" + launch + "/cancel", "{\"reason\":\"No demand\"}", "If-Match", "\"3\"");
        VEvent cancelled = event(region);

        assertThat(dropped.getStatus().isCancelled()).isTrue();
        assertThat(dropped.getSummary().getValue()).startsWith("Cancelled: ");
        assertThat(held.getSummary().getValue()).startsWith("On hold: ");
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(4);
    }

    @Test
    void whatHasNotChangedIsNotSentAgainAndADraftIsItsOwnersOnly() {
        post("maya", "/api/launches", plan(region).put("draft", true));
        Answer feed = feed("&region=" + encoded(region));

        Answer again = send(
                "maya",
                "GET",
                "/api/launches/calendar.ics?region=" + encoded(region),
                null,
                "If-None-Match",
                feed.header("ETag"));

        assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(again.status()).isEqualTo(304);
        assertThat(events("&status=DRAFT&region=" + encoded(region))).hasSize(1);
        assertThat(get("lee", "/api/launches/calendar.ics?region=" + encoded(region))
                        .raw()
                        .body())
                .doesNotContain("BEGIN:VEVENT");
    }

    private Answer feed(String filter) {
        Answer answer = get("maya", "/api/launches/calendar.ics?" + filter);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }

    private VEvent event(String of) {
        return Optional.ofNullable(events("").get(of)).orElseThrow();
    }

    /** This test's events, by region. */
    private Map<String, VEvent> events(String filter) {
        ICalendar calendar = Biweekly.parse(feed(filter).raw().body()).first();
        return calendar.getEvents().stream()
                .filter(event -> category(event).startsWith(region))
                .collect(Collectors.toMap(CalendarIT::category, Function.identity()));
    }

    private static String category(VEvent event) {
        return event.getCategories().get(0).getValues().get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
