package dev.greenlight.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.GapStatus;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.testing.OnPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the events of the other services to what people find in their inbox, on the real broker, registry and database. */
@OnPlatform(database = "notification_service")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(120)
class InboxIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Value("${local.server.port}")
    int port;

    private final Happenings happening = new Happenings();
    private Inbox maya;
    private Inbox sam;
    private Inbox wei;
    private Inbox fay;
    private Inbox pia;
    private Inbox ada;

    @BeforeEach
    void everybodyHasSignedIn() throws Exception {
        maya = new Inbox(port, "maya");
        sam = new Inbox(port, "sam");
        wei = new Inbox(port, "wei");
        fay = new Inbox(port, "fay");
        pia = new Inbox(port, "pia");
        ada = new Inbox(port, "ada");
        for (Inbox inbox : List.of(maya, sam, wei, fay, pia, ada)) {
            assertThat(inbox.get("").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void missingStaffAsksTheManagerOfTheRegionUntilItIsThere() {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE committed on 2027-03-01"));

        JsonNode asked = eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));
        assertThat(asked.path("asksAction").asBoolean()).isTrue();
        assertThat(asked.path("region").asString()).isEqualTo("Central");
        assertThat(asked.path("matter").asString()).isEqualTo("commit:" + happening.launch + ":Central");
        assertThat(asked.path("title").asString()).isEqualTo("GTK 500 日本 <script> · Central");
        assertThat(asked.path("text").asString()).contains("0 of 2.5 FTE committed on 2027-03-01");
        assertThat(asked.has("readAt")).isFalse();
        assertThat(wei.about(happening.launch)).isEmpty();

        happening.publish(happening.ready(2, "Central"));

        eventually(
                "Sam's thread is done", () -> sam.thread(happening.launch, "commit"), thread -> thread.has("doneAt"));
        JsonNode goLive = eventually("Maya is asked to go live", () -> maya.thread(happening.launch, "go-live"));
        assertThat(goLive.path("asksAction").asBoolean()).isTrue();
    }

    @Test
    void duplicateAndReorderedEventsChangeNothing() {
        happening.publish(happening.red(3, "Central", "newest"));
        happening.publish(happening.red(2, "Central", "older"));
        happening.publish(happening.plan(4, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.plan(3, LaunchStatus.CANCELLED, "maya"));
        happening.publish(happening.red(3, "Central", "newest"));
        happening.publish(happening.red(1, "East", "for Wei, and the last of them"));

        eventually("Wei is asked", () -> wei.thread(happening.launch, "commit"));
        List<JsonNode> threads = sam.about(happening.launch);
        assertThat(threads).hasSize(1);
        assertThat(threads.get(0).path("text").asString()).contains("newest");
    }

    @Test
    void aThreadThatWasReadComesBackWhenItsSentenceChanges() throws Exception {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        String id = eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"))
                .path("id")
                .asString();

        HttpResponse<String> read = sam.post("/" + id + "/read");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(read.body()).has("readAt")).isTrue();
        assertThat(unreadOf(sam, happening.launch)).isEmpty();

        happening.publish(happening.red(2, "Central", "1.5 of 2.5 FTE"));

        JsonNode again = eventually(
                "the thread is unread again",
                () -> sam.thread(happening.launch, "commit"),
                thread -> !thread.has("readAt"));
        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(again.path("text").asString()).contains("1.5 of 2.5 FTE");
    }

    @Test
    void aBlockerIsAskedOfProductAndItsDecisionToldToWhoReportedIt() {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.gap(1, GapStatus.NEW));

        eventually("Pia is asked", () -> pia.thread(happening.launch, "review"));

        happening.publish(happening.gap(2, GapStatus.WORKAROUND));

        JsonNode told = eventually("Fay is told", () -> fay.thread(happening.launch, "gap"));
        assertThat(told.path("text").asString()).isEqualTo("“Offline mode” has a workaround: use the cache");
        assertThat(told.path("asksAction").asBoolean()).isFalse();
        eventually(
                "Pia's thread is done", () -> pia.thread(happening.launch, "review"), thread -> thread.has("doneAt"));
    }

    @Test
    void aWaiverIsToldToAllWhoHaveAPartAndNotToWhoGaveIt() throws Exception {
        Inbox lee = new Inbox(port, "lee");
        assertThat(lee.get("").statusCode()).isEqualTo(200);
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "1 of 2.5 FTE"));
        eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));

        happening.publish(
                happening.waived(2, "Central", "lee", "1 of 2.5 FTE; waived by lee until May: Two start then"));

        JsonNode told = eventually("Wei is told", () -> wei.thread(happening.launch, "waiver"));
        assertThat(told.path("text").asString()).endsWith("waived by lee until May: Two start then");
        assertThat(told.path("asksAction").asBoolean()).isFalse();
        assertThat(lee.about(happening.launch)).isEmpty();
        eventually("Sam need not commit", () -> sam.thread(happening.launch, "commit"), thread -> thread.has("doneAt"));

        happening.publish(happening.red(3, "Central", "1 of 2.5 FTE"));

        eventually("the waiver is over", () -> wei.thread(happening.launch, "waiver"), thread -> thread.has("doneAt"));
    }

    @Test
    void aNoGoAsksWhoMustActAndTellsWhoAskedForIt() {
        happening.publish(happening.red(1, "East", "0 of 2.5 FTE committed on 2027-03-01"));
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya", happening.noGo("East")));

        JsonNode asked = eventually("Wei is asked", () -> wei.thread(happening.launch, "decision"));
        assertThat(asked.path("text").asString()).startsWith("NO_GO for East. East: 0 of 2.5 FTE");
        assertThat(eventually("Maya is asked", () -> maya.thread(happening.launch, "decision"))
                        .path("asksAction")
                        .asBoolean())
                .isTrue();
        assertThat(sam.thread(happening.launch, "decision")).isEmpty();
    }

    @Test
    void aHoldIsToldToAllButWhoDidItAndClearsWhatWasAsked() {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));

        happening.publish(happening.plan(2, LaunchStatus.ON_HOLD, "maya"));

        JsonNode held = eventually("Fay is told", () -> fay.thread(happening.launch, "launch"));
        assertThat(held.path("text").asString()).isEqualTo("The launch is on hold: the supplier is late");
        assertThat(sam.thread(happening.launch, "commit").orElseThrow().has("doneAt"))
                .isTrue();
        assertThat(maya.thread(happening.launch, "launch")).isEmpty();

        happening.publish(happening.plan(3, LaunchStatus.PLANNED, "maya"));

        eventually(
                "Fay is told that it goes on",
                () -> fay.thread(happening.launch, "launch"),
                thread -> thread.path("text").asString().equals("The launch goes on after its hold"));
        eventually("Sam is asked again", () -> sam.thread(happening.launch, "commit"), thread -> !thread.has("doneAt"));
    }

    @Test
    void whoComesLaterFindsWhatStands() {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));

        Inbox newcomer = new Inbox(port, "new-" + UUID.randomUUID(), List.of("sales-manager"), List.of("Central"));

        eventually("the newcomer is asked too", () -> newcomer.thread(happening.launch, "commit"));
    }

    @Test
    void whoMovesToAnotherRegionIsAskedThereAndNoLongerHere() {
        String id = "mover-" + UUID.randomUUID();
        Inbox before = new Inbox(port, id, List.of("sales-manager"), List.of("Central"));
        before.items("");
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        happening.publish(happening.red(1, "East", "0 of 1 FTE"));
        eventually("asked in Central", () -> before.thread(happening.launch, "commit"));

        Inbox after = new Inbox(port, id, List.of("sales-manager"), List.of("East"));

        eventually(
                "asked in East",
                () -> after.about(happening.launch).stream()
                        .filter(thread -> thread.path("region").asString().equals("East"))
                        .findFirst());
        assertThat(after.about(happening.launch).stream()
                        .filter(thread -> thread.path("region").asString().equals("Central"))
                        .allMatch(thread -> thread.has("doneAt")))
                .isTrue();
    }

    @Test
    void anothersNotificationCannotBeReadNorSeen() throws Exception {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        JsonNode sams = eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));

        HttpResponse<String> answer = wei.post("/" + sams.path("id").asString() + "/read");

        assertProblem(answer, 404, "not-found");
        assertThat(sam.thread(happening.launch, "commit").orElseThrow().has("readAt"))
                .isFalse();
    }

    @Test
    void whoLooksIsToldAtOnce() throws Exception {
        Inbox looker = new Inbox(port, "looker-" + UUID.randomUUID(), List.of("sales-manager"), List.of("East"));
        HttpResponse<InputStream> stream = looker.stream();
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            long before = nextUnread(lines);

            happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
            happening.publish(happening.red(1, "East", "0 of 2.5 FTE"));

            long after = before;
            while (after <= before) {
                after = nextUnread(lines);
            }
            assertThat(unreadOf(looker, happening.launch)).hasSize(1);
        }
    }

    @Test
    void listsArePagedNewestFirstWithoutGapsOrRepetitions() throws Exception {
        Inbox reader = new Inbox(port, "reader-" + UUID.randomUUID(), List.of("sales-manager"), List.of("Central"));
        reader.items("");
        List<Happenings> others = List.of(new Happenings(), new Happenings(), new Happenings(), new Happenings());
        for (Happenings other : others) {
            other.publish(other.plan(1, LaunchStatus.PLANNED, "maya"));
            other.publish(other.red(1, "Central", "0 of 2.5 FTE"));
        }
        for (Happenings other : others) {
            eventually("the reader is asked", () -> reader.thread(other.launch, "commit"));
        }

        Set<String> seen = new HashSet<>();
        Instant last = Instant.MAX;
        String cursor = "";
        do {
            JsonNode page = JSON.readTree(reader.get("?limit=3" + cursor).body());
            assertThat(page.path("items").size()).isLessThanOrEqualTo(3);
            for (JsonNode item : page.path("items")) {
                assertThat(seen.add(item.path("launch").asString()))
                        .as("shown once")
                        .isTrue();
                Instant at = Instant.parse(item.path("at").asString());
                assertThat(at).isBeforeOrEqualTo(last);
                last = at;
            }
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsAll(
                        others.stream().map(other -> other.launch.toString()).toList());
    }

    @Test
    void readingAllLeavesNothingUnread() throws Exception {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "East", "0 of 2.5 FTE"));
        eventually("Wei is asked", () -> wei.thread(happening.launch, "commit"));

        HttpResponse<String> answer = wei.post("/read-all");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("read").asInt()).isPositive();
        assertThat(unreadOf(wei, happening.launch)).isEmpty();
    }

    @Test
    void whatIsMutedIsNotShownUntilItIsMutedNoMore() throws Exception {
        happening.publish(happening.plan(1, LaunchStatus.PLANNED, "maya"));
        happening.publish(happening.red(1, "Central", "0 of 2.5 FTE"));
        eventually("Sam is asked", () -> sam.thread(happening.launch, "commit"));

        String muted =
                "{\"channels\":[\"inbox\"],\"digestTimes\":[\"08:00\"],\"mutes\":[{\"launch\":\"" + happening.launch
                        + "\"}],\"quietHours\":{\"from\":\"20:00\",\"to\":\"07:00\"},\"zone\":\"America/Chicago\"}";
        HttpResponse<String> kept = sam.put("/preferences", muted);

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(sam.get("/preferences").body())).isEqualTo(JSON.readTree(muted));
        assertThat(sam.about(happening.launch)).isEmpty();

        sam.put("/preferences", "{}");

        assertThat(sam.about(happening.launch)).hasSize(1);
    }

    @Test
    void administratorsSayWhoCanBeTold() throws Exception {
        String before = ada.get("/people?limit=200").body();
        String id = "zoe-" + UUID.randomUUID();
        JsonNode people = JSON.readTree(before);
        String zoe = "{\"id\":\"" + id
                + "\",\"name\":\"Zoë\",\"email\":\"zoe@example.com\",\"roles\":[\"sales-manager\"],\"regions\":[\"Central\"],\"zone\":\"Europe/Berlin\"}";
        String all = people.path("items").toString();
        String with = "{\"items\":" + all.substring(0, all.length() - 1) + "," + zoe + "]}";

        HttpResponse<String> put = ada.put("/people", with);

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(put.body()).path("changed").asInt()).isEqualTo(1);
        assertThat(ada.get("/people?limit=200").body()).contains("Zoë");
        assertThat(JSON.readTree(ada.put("/people", with).body())
                        .path("changed")
                        .asInt())
                .isZero();
        assertProblem(sam.get("/people"), 403, "role-required");
        assertProblem(sam.put("/people", with), 403, "role-required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                            | 400 | malformed-json |",
                "{\"persons\": []}                            | 400 | unknown-field  | /persons",
                "{\"items\": []}                              | 400 | invalid        | /items",
                "{\"items\": [null]}                          | 400 | invalid        | /items/0",
                "{\"items\": [{\"id\": \"x\"}]}               | 400 | invalid        | /items/0/name",
                "{\"items\": [{\"id\": \"x\", \"name\": \"X\", \"roles\": [\"boss\"]}]} | 400 | invalid | /items/0/roles/0",
                "{\"items\": [{\"id\": \"x\", \"name\": \"X\", \"zone\": \"Mars\"}]} | 400 | invalid | /items/0/zone",
                "{\"items\": [{\"id\": \"x\", \"name\": \"X\", \"email\": \"x\"}]} | 400 | invalid | /items/0/email",
                "{\"items\": [{\"id\": \"x\", \"name\": \"X\"}, {\"id\": \"x\", \"name\": \"X\"}]} | 400 | invalid | /items/1/id"
            })
    void aFaultyListOfPeopleIsRefusedAndChangesNothing(String body, int status, String code, String pointer)
            throws Exception {
        String before = ada.get("/people?limit=200").body();

        HttpResponse<String> answer = ada.put("/people", body);

        assertProblem(answer, status, code);
        if (pointer != null) {
            assertThat(JSON.readTree(answer.body())
                            .path("errors")
                            .get(0)
                            .path("pointer")
                            .asString())
                    .isEqualTo(pointer);
        }
        assertThat(ada.get("/people?limit=200").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channels\": [\"fax\"]}             | /channels/0",
                "{\"digestTimes\": [\"25:00\"]}        | /digestTimes/0",
                "{\"quietHours\": {\"from\": \"20:00\"}} | /quietHours/to",
                "{\"zone\": \"Nowhere\"}               | /zone",
                "{\"mutes\": [{}]}                     | /mutes/0",
                "{\"mutes\": [{\"kind\": \"everything\"}]} | /mutes/0/kind",
                "{\"mutes\": [{\"launch\": \"7\"}]}    | /mutes/0/launch"
            })
    void faultyPreferencesAreRefusedAndChangeNothing(String body, String pointer) throws Exception {
        String before = fay.get("/preferences").body();

        HttpResponse<String> answer = fay.put("/preferences", body);

        assertProblem(answer, 400, "invalid");
        assertThat(JSON.readTree(answer.body())
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asString())
                .isEqualTo(pointer);
        assertThat(fay.get("/preferences").body()).isEqualTo(before);
    }

    @Test
    void badQueriesAreRefused() throws Exception {
        assertProblem(sam.get("?unread=perhaps"), 400, "invalid");
        assertProblem(sam.get("?limit=0"), 400, "invalid");
        assertProblem(sam.get("?limit=201"), 400, "invalid");
        assertProblem(sam.get("?cursor=bm9uc2Vuc2U"), 400, "invalid");
        assertProblem(sam.post("/not-an-id/read"), 404, "not-found");
        assertProblem(sam.post("/" + UUID.randomUUID() + "/read"), 404, "not-found");
        assertProblem(sam.get("/elsewhere"), 403, "role-required");
    }

    private static List<JsonNode> unreadOf(Inbox inbox, UUID launch) {
        return inbox.items("?unread=true&limit=200").stream()
                .filter(item -> item.path("launch").asString().equals(launch.toString()))
                .toList();
    }

    private static long nextUnread(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        assertThat(line).as("the stream ended").isNotNull();
        return JSON.readTree(line.substring("data:".length())).path("unread").asLong();
    }

    private static JsonNode eventually(String what, Supplier<Optional<JsonNode>> thread) {
        return eventually(what, thread, found -> true);
    }

    private static JsonNode eventually(
            String what, Supplier<Optional<JsonNode>> thread, Predicate<JsonNode> condition) {
        return await(what)
                .until(thread::get, found -> found.filter(condition).isPresent())
                .orElseThrow();
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }
}
