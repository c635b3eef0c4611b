package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.commitment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.Condition;
import dev.greenlight.events.ConditionStatus;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.launchservice.waiver.Waivers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leadership waives, in the open, with a name, a reason and an end; and decisions count it or do not. */
class WaiverIT extends LaunchServiceIT {
    @Autowired
    private Waivers waivers;

    @Test
    void aWaivedConditionIsShownAsWaivedWhereverReadinessIs() {
        UUID launch = planned("Central");
        awaitShortOfStaff(launch, new SalesStandIn(launch));

        Answer given = waive("lee", launch, "capacity:ae", inAnHour());

        assertThat(given.status()).as(given.raw().body()).isEqualTo(201);
        assertThat(given.header("Location")).isEqualTo("/api/launches/" + launch + "/waivers/" + given.id());
        JsonNode condition = condition(launch, "Central", "capacity:ae");
        assertThat(condition.path("status").asString()).isEqualTo("WAIVED");
        assertThat(condition.path("cause").asString())
                .startsWith("1 of 2.5 FTE committed on " + today() + "; waived by lee until ")
                .endsWith(": Two start in May");
        assertThat(condition.at("/evidence/waiver").asString())
                .isEqualTo(given.id().toString());
        assertThat(get("lee", "/api/launches?limit=200&q=gtk").raw().body()).contains("\"capacity\":\"WAIVED\"");
        assertThat(get("fay", given.header("Location")).text("covers"))
                .startsWith("2.5 FTE of account-executive from " + today());
        assertThat(history(launch)).anySatisfy(entry -> {
            assertThat(entry.path("type").asString()).isEqualTo("waiver");
            assertThat(entry.path("actor").asString()).isEqualTo("lee");
            assertThat(entry.path("summary").asString()).startsWith("Waived capacity:ae until ");
        });
        eventually(
                "the waiver is published",
                () -> assertThat(published(launch))
                        .anyMatch(it -> it.getStatus() == ConditionStatus.WAIVED
                                && "lee".equals(it.getEvidence().get("approver"))));
    }

    @Test
    void aRevokedWaiverStaysOnRecord() {
        UUID launch = planned("Central");
        String path = waive("lee", launch, "capacity:ae", inAnHour()).header("Location");
        assertThat(condition(launch, "Central", "capacity:ae").path("status").asString())
                .isEqualTo("WAIVED");

        Answer revoked = send("lea", "DELETE", path, null);
        Answer again = send("lee", "DELETE", path, null);

        assertThat(List.of(revoked.status(), again.status())).containsExactly(204, 204);
        assertThat(condition(launch, "Central", "capacity:ae").path("status").asString())
                .isEqualTo("UNKNOWN");
        JsonNode kept =
                get("sam", "/api/launches/" + launch + "/waivers").body().at("/items/0");
        assertThat(kept.path("status").asString()).isEqualTo("REVOKED");
        assertThat(kept.path("endedBy").asString()).isEqualTo("lea");
        assertThat(kept.has("endedAt")).isTrue();
        assertThat(history(launch))
                .filteredOn(entry -> entry.path("summary").asString().contains("was revoked"))
                .hasSize(1);
    }

    @Test
    void aWaiverEndsByItselfWhenItsTimeIsOver() {
        UUID launch = planned("Central");
        Instant expiresAt = Instant.now().plusSeconds(3);
        waive("lee", launch, "capacity:ae", expiresAt);
        assertThat(condition(launch, "Central", "capacity:ae").path("status").asString())
                .isEqualTo("WAIVED");

        awaitCondition(launch, "Central", "capacity:ae", "UNKNOWN");

        assertThat(Instant.now()).isAfter(expiresAt);
        JsonNode kept =
                get("lee", "/api/launches/" + launch + "/waivers").body().at("/items/0");
        assertThat(kept.path("status").asString()).isEqualTo("LAPSED");
        assertThat(kept.path("endedBy").asString()).isEqualTo("greenlight");
        assertThat(kept.path("endedAt")).isEqualTo(kept.path("expiresAt"));
        assertThat(history(launch))
                .filteredOn(entry -> entry.path("summary").asString().contains("has expired"))
                .hasSize(1);
        assertThat(get("lee", "/api/launches/" + launch + "?asOf=" + expiresAt.minusSeconds(1))
                        .raw()
                        .body())
                .contains("WAIVED");
    }

    @Test
    void manyWhoLookAtOnceEndEachWaiverOnce() {
        List<UUID> launches = List.of(planned("Central"), planned("Central"), planned("Central"));
        Instant expiresAt = Instant.now().plusSeconds(2);
        launches.forEach(launch -> assertThat(
                        waive("lee", launch, "capacity:ae", expiresAt).status())
                .isEqualTo(201));
        Awaitility.await("the expiry").until(() -> Instant.now().isAfter(expiresAt));

        List<CompletableFuture<Void>> looks = new ArrayList<>();
        for (int instance = 0; instance < 6; instance++) {
            looks.add(CompletableFuture.runAsync(waivers::endExpired));
        }
        looks.forEach(CompletableFuture::join);

        for (UUID launch : launches) {
            awaitCondition(launch, "Central", "capacity:ae", "UNKNOWN");
            assertThat(history(launch))
                    .filteredOn(entry -> entry.path("summary").asString().contains("has expired"))
                    .hasSize(1);
        }
    }

    @Test
    void aWaiverThatHasJustExpiredCountsForNoDecision() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        hearTwoAccounts(sales);
        awaitShortOfStaff(launch, sales);
        Instant expiresAt = Instant.now().plusSeconds(3);
        waive("lee", launch, "capacity:ae", expiresAt);
        CompletableFuture<Answer> asked = asksToGoLive(launch);
        UUID pending = awaitPending(launch).getPendingDecision().getId();
        Awaitility.await("the expiry").until(() -> Instant.now().isAfter(expiresAt));

        sales.publish(tooFew(sales, 2).setDecisionId(pending).setLaunchReportsFiled(2L));

        assertThat(asked.join().text("outcome")).isEqualTo("NO_GO");
        assertThat(asked.join().text("cause"))
                .isEqualTo("Central: 1 of 2.5 FTE committed on " + today() + " (capacity:ae)");
    }

    @Test
    void aSecondWaiverTakesThePlaceOfTheFirstAlsoWhenManyAreGivenAtOnce() {
        UUID launch = planned("Central");
        List<CompletableFuture<Answer>> given = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            given.add(CompletableFuture.supplyAsync(() -> waive("lee", launch, "capacity:ae", inAnHour())));
            given.add(CompletableFuture.supplyAsync(() -> waive("lea", launch, "capacity:ae", inAnHour())));
        }
        assertThat(given.stream().map(it -> it.join().status())).containsOnly(201);

        List<JsonNode> kept = items(get("lee", "/api/launches/" + launch + "/waivers"));

        assertThat(kept).hasSize(12);
        assertThat(kept).extracting(it -> it.path("status").asString()).containsOnly("STANDING", "REPLACED");
        assertThat(kept)
                .filteredOn(it -> it.path("status").asString().equals("STANDING"))
                .hasSize(1);
        Answer firstPage = get("lee", "/api/launches/" + launch + "/waivers?limit=7");
        assertThat(items(firstPage)).hasSize(7);
        assertThat(items(get("lee", "/api/launches/" + launch + "/waivers?cursor=" + firstPage.text("next"))))
                .hasSize(5);
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() {
        UUID launch = planned("Central");
        String path = "/api/launches/" + launch + "/waivers";

        Answer empty = post("lee", path, "{}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body().path("errors").size()).isEqualTo(4);
        assertThat(waive("lee", launch, "capacity:se", inAnHour()).text("detail"))
                .isEqualTo("Central has no condition capacity:se; it has capacity:ae, feedback:retail, gaps");
        assertThat(waive("lee", launch, "gaps", inAnHour()).text("code")).isEqualTo("nothing-to-waive");
        assertThat(waive("lee", launch, "capacity:ae", Instant.now()).status()).isEqualTo(400);
        assertThat(post("lee", path, body("capacity:ae", "tomorrow")).status()).isEqualTo(400);
        assertThat(waive("maya", launch, "capacity:ae", inAnHour()).status()).isEqualTo(403);
        assertThat(waive("ada", launch, "capacity:ae", inAnHour()).status()).isEqualTo(403);
        assertThat(waive("", launch, "capacity:ae", inAnHour()).status()).isEqualTo(401);
        assertThat(send("sam", "DELETE", path + "/" + UUID.randomUUID(), null).status())
                .isEqualTo(403);
        assertThat(send("lee", "DELETE", path + "/" + UUID.randomUUID(), null).status())
                .isEqualTo(404);
        assertThat(waive("lee", UUID.randomUUID(), "capacity:ae", inAnHour()).status())
                .isEqualTo(404);
        assertThat(post("lee", path, body("capacity:ae", inAnHour().toString()), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(items(get("lee", path))).isEmpty();
        assertThat(readiness(launch, "Central").path("ready").asBoolean()).isFalse();
    }

    @Test
    void theSameIdempotencyKeyWaivesOnce() {
        UUID launch = planned("Central");
        String path = "/api/launches/" + launch + "/waivers";
        ObjectNode body = body("capacity:ae", inAnHour().toString());
        String key = UUID.randomUUID().toString();

        Answer first = post("lee", path, body, "Idempotency-Key", key);
        Answer again = post("lee", path, body, "Idempotency-Key", key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(items(get("lee", path))).hasSize(1);
    }

    @Test
    void anEditThatAsksForMoreIsNotCovered() {
        UUID launch = planned("Central");
        waive("lee", launch, "capacity:ae", inAnHour());
        ObjectNode demanding = plan("Central");
        ((ObjectNode) demanding.at("/markets/0/requirements/0")).put("fte", "3");

        put("maya", "/api/launches/" + launch, demanding, "If-Match", "\"1\"");

        assertThat(condition(launch, "Central", "capacity:ae").path("cause").asString())
                .startsWith("Sales has not yet seen revision 2 of the plan; the waiver by lee does not count:"
                        + " it was given for 2.5 FTE of account-executive");
        put("maya", "/api/launches/" + launch, plan("Central"), "If-Match", "\"2\"");
        assertThat(condition(launch, "Central", "capacity:ae").path("status").asString())
                .isEqualTo("WAIVED");
    }

    @Test
    void aBlockerThatAppearsAfterTheWaiverIsNotCovered() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode"));
        awaitCondition(launch, "Central", "gaps", "FAIL");
        waive("lee", launch, "gaps", inAnHour());
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("WAIVED");

        sales.publish(sales.blocker("Central", "Konex", "flo", "Search"));

        awaitCondition(launch, "Central", "gaps", "FAIL");
        assertThat(condition(launch, "Central", "gaps").path("cause").asString())
                .endsWith("the waiver by lee does not count: it was given for the one BLOCKER that stood open then");
    }

    @Test
    void aMarketGoesLiveOnAWaiverAndTheDecisionCanBeJudgedAgain() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        hearTwoAccounts(sales);
        awaitShortOfStaff(launch, sales);
        String waiver = waive("lee", launch, "capacity:ae", inAnHour()).header("Location");
        awaitReady(launch, "Central");

        Answer decision = goLive("maya", launch, sales, 2);

        assertThat(decision.text("outcome")).isEqualTo("GO");
        assertThat(decision.body().at("/markets/0/conditions/0/status").asString())
                .isEqualTo("WAIVED");
        Answer evaluation = get("sam", "/api/launches/" + launch + "/decisions/" + decision.id() + "/evaluation");
        assertThat(evaluation.body().path("same").asBoolean()).isTrue();
        assertThat(evaluation.body().at("/markets/0/judgedAgain"))
                .isEqualTo(decision.body().at("/markets/0/conditions"));
        assertThat(items(launch(launch).body().path("incidents"))).isEmpty();

        send("lee", "DELETE", waiver, null);

        assertThat(launch(launch).body().at("/incidents/0/cause").asString())
                .isEqualTo("1 of 2.5 FTE committed on " + today());
        waive("lee", launch, "capacity:ae", inAnHour());
        assertThat(launch(launch).body().at("/incidents/0").has("resolvedAt")).isFalse();
        assertThat(get("sam", "/api/launches/" + launch + "/decisions/" + decision.id() + "/evaluation")
                        .body()
                        .path("same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoWaivedAndThenAsksToGoLiveGetsANoGoAndAnotherOneMayAsk() {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        hearTwoAccounts(sales);
        awaitShortOfStaff(launch, sales);
        waive("lea", launch, "capacity:ae", inAnHour());
        awaitReady(launch, "Central");

        Answer own = goLive("lea", launch, sales, 2);

        assertThat(own.text("outcome")).isEqualTo("NO_GO");
        assertThat(own.text("cause")).contains("the waiver by lea does not count: lea asked to go live");
        assertThat(waive("lea", launch, "capacity:ae", inAnHour()).text("code")).isEqualTo("approver-is-requester");
        assertThat(goLive("maya", launch, sales, 3).text("outcome")).isEqualTo("GO");
    }

    @Test
    void aWaiverRevokedWhileTheDecisionFallsCountsWhollyOrNotAtAll() {
        for (int round = 0; round < 4; round++) {
            UUID launch = planned("Central");
            SalesStandIn sales = new SalesStandIn(launch);
            hearTwoAccounts(sales);
            awaitShortOfStaff(launch, sales);
            Answer waiver = waive("lee", launch, "capacity:ae", inAnHour());
            awaitReady(launch, "Central");
            CompletableFuture<Answer> asked = asksToGoLive(launch);
            UUID pending = awaitPending(launch).getPendingDecision().getId();

            CompletableFuture<Void> revoked =
                    CompletableFuture.runAsync(() -> send("lee", "DELETE", waiver.header("Location"), null));
            sales.publish(tooFew(sales, 2).setDecisionId(pending).setLaunchReportsFiled(2L));

            Answer decision = asked.join();
            revoked.join();
            Instant decidedAt = Instant.parse(decision.text("decidedAt"));
            Instant endedAt =
                    Instant.parse(get("lee", waiver.header("Location")).text("endedAt"));
            assertThat(decision.text("outcome")).isEqualTo(endedAt.isAfter(decidedAt) ? "GO" : "NO_GO");
            assertThat(get("lee", decision.header("Location") + "/evaluation")
                            .body()
                            .path("same")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** Asks, answers for sales that one of 2.5 FTE is there, and waits for the decision. */
    private Answer goLive(String who, UUID launch, SalesStandIn sales, long salesRevision) {
        CompletableFuture<Answer> asked = asksToGoLiveAs(who, launch);
        eventually(
                "the request is published",
                () -> assertThat(plans(
                                launch,
                                plan -> plan.getPendingDecision() != null
                                        && plan.getPendingDecision()
                                                .getRequestedBy()
                                                .equals(who)))
                        .isNotEmpty());
        UUID decision = awaitPending(launch).getPendingDecision().getId();
        sales.publish(tooFew(sales, salesRevision).setDecisionId(decision).setLaunchReportsFiled(2L));
        return asked.join();
    }

    private void awaitShortOfStaff(UUID launch, SalesStandIn sales) {
        sales.publish(tooFew(sales, 1));
        awaitCondition(launch, "Central", "capacity:ae", "FAIL");
    }

    private static SalesResourced.Builder tooFew(SalesStandIn sales, long revision) {
        return sales.snapshot("Central", revision, 1)
                .setCommitments(List.of(commitment("ae", "1", today(), today().plusDays(60))));
    }

    private static void hearTwoAccounts(SalesStandIn sales) {
        sales.publish(sales.report("Central", "Cancity", "fay"));
        sales.publish(sales.report("Central", "Konex", "flo"));
    }

    private Answer waive(String who, UUID launch, String condition, Instant expiresAt) {
        return post(who, "/api/launches/" + launch + "/waivers", body(condition, expiresAt.toString()));
    }

    private ObjectNode body(String condition, String expiresAt) {
        return json.createObjectNode()
                .put("region", "Central")
                .put("condition", condition)
                .put("reason", "Two start in May")
                .put("expiresAt", expiresAt);
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private List<JsonNode> history(UUID launch) {
        return items(get("lee", "/api/launches/" + launch + "/history"));
    }

    private static List<JsonNode> items(Answer answer) {
        return items(answer.body().path("items"));
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private List<Condition> published(UUID launch) {
        return log
                .read(
                        Topic.LAUNCH_READINESS,
                        LaunchReadinessChanged.class,
                        event -> event.getLaunchId().equals(launch))
                .stream()
                .flatMap(event -> event.getConditions().stream())
                .toList();
    }
}
