package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.LaunchPlanned;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Launches over HTTP: planned, revised, read, held; and what is refused, which changes nothing. */
class LaunchInterfaceIT extends LaunchServiceIT {

    @Test
    void aPlanIsReadBackAsItWasPostedAndPublished() {
        ObjectNode plan = plan("Central", "East");
        plan.put("description", "発売 🚀").put("tier", 1);
        plan.putObject("budget").put("amount", 25_000_000).put("currency", "USD");

        Answer created = post("maya", "/api/launches", plan);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/launches/" + created.id());
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        Answer read = get("fay", created.header("Location"));
        plan.properties().stream()
                .filter(field -> !field.getKey().equals("markets"))
                .forEach(field -> assertThat(read.body().get(field.getKey())).isEqualTo(field.getValue()));
        for (String field : List.of("region", "goLiveDate", "zone", "price", "requirements", "quotas")) {
            assertThat(read.body().path("markets").path(1).path(field))
                    .isEqualTo(plan.path("markets").path(1).path(field));
        }
        assertThat(read.text("status")).isEqualTo("PLANNED");
        assertThat(read.text("owner")).isEqualTo("maya");
        assertThat(read.body().path("readiness").path("ready").asBoolean()).isFalse();
        eventually("the plan is published", () -> {
            LaunchPlanned event = plans(created.id(), it -> true).get(0);
            assertThat(event.getRevision()).isEqualTo(1);
            assertThat(event.getActor()).isEqualTo("maya");
            assertThat(event.getMarkets()).hasSize(2);
        });
    }

    @Test
    void theReadinessOfANewPlanSaysWhoMustDoWhat() {
        UUID launch = planned("Central");

        JsonNode capacity = condition(launch, "Central", "capacity:ae");
        JsonNode feedback = condition(launch, "Central", "feedback:retail");

        assertThat(capacity.path("status").asString()).isEqualTo("UNKNOWN");
        assertThat(capacity.path("cause").asString()).isEqualTo("Sales has not yet seen revision 1 of the plan");
        assertThat(capacity.path("owner").asString()).isEqualTo("sales-manager:Central");
        assertThat(feedback.path("cause").asString()).isEqualTo("0 of 2 accounts heard in retail");
        assertThat(feedback.path("evidence").path("required").isInt()).isTrue();
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("PASS");
    }

    @Test
    void aRevisionIsMadeOnlyByWhoSawTheLastOne() {
        UUID launch = planned("Central");
        ObjectNode next = plan("Central", "East");

        assertThat(put("maya", "/api/launches/" + launch, next).status()).isEqualTo(428);
        Answer revised = put("maya", "/api/launches/" + launch, next, "If-Match", "\"1\"");
        Answer stale = put("maya", "/api/launches/" + launch, plan("West"), "If-Match", "\"1\"");
        Answer same = put("maya", "/api/launches/" + launch, next, "If-Match", "\"2\"");

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.header("ETag")).isEqualTo("\"2\"");
        assertThat(revised.body().path("planRevision").asLong()).isEqualTo(2);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("code")).isEqualTo("stale-revision");
        assertThat(same.header("ETag")).isEqualTo("\"2\"");
        assertThat(launch(launch).body().path("markets").size()).isEqualTo(2);
        assertThat(get("maya", "/api/launches/" + launch + "/history").raw().body())
                .contains("Revised: market East added");
    }

    @Test
    void whatWasKnownEarlierCanBeAskedFor() {
        UUID launch = planned("Central");
        String since = launch(launch).text("statusSince");
        put("maya", "/api/launches/" + launch, plan("Central", "East"), "If-Match", "\"1\"");

        Answer then = get("maya", "/api/launches/" + launch + "?asOf=" + since);
        Answer before = get("maya", "/api/launches/" + launch + "?asOf=2026-01-01T00:00:00Z");

        assertThat(then.body().path("revision").asLong()).isEqualTo(1);
        assertThat(then.body().path("markets").size()).isEqualTo(1);
        assertThat(then.body().path("readiness").path("markets").size()).isEqualTo(1);
        assertThat(before.status()).isEqualTo(404);
        assertThat(get("maya", "/api/launches/" + launch + "?asOf=yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void aDraftConcernsNobodyButItsAuthorUntilItIsPublished() {
        Answer draft = post("maya", "/api/launches", plan("Central").put("draft", true));
        String path = "/api/launches/" + draft.id();

        assertThat(draft.text("status")).isEqualTo("DRAFT");
        assertThat(get("lee", path).status()).isEqualTo(404);
        assertThat(get("lee", path + "/readiness").status()).isEqualTo(404);
        assertThat(board("lee", "")).doesNotContain(draft.id());
        assertThat(board("maya", "&status=DRAFT")).contains(draft.id());
        Answer published = post("maya", path + "/publish", null, "If-Match", "\"1\"");
        assertThat(published.text("status")).isEqualTo("PLANNED");
        assertThat(get("lee", path).status()).isEqualTo(200);
        eventually(
                "only the published plan is told",
                () -> assertThat(plans(draft.id(), it -> true))
                        .extracting(LaunchPlanned::getRevision)
                        .containsExactly(2L));
    }

    @Test
    void aLaunchIsHeldResumedAndCancelled() {
        UUID launch = planned("Central");
        String path = "/api/launches/" + launch;

        assertThat(post("maya", path + "/hold", "{}", "If-Match", "\"1\"").status())
                .isEqualTo(400);
        Answer held = post("maya", path + "/hold", "{\"reason\":\"Budget\"}", "If-Match", "\"1\"");
        assertThat(held.text("status")).isEqualTo("ON_HOLD");
        assertThat(held.text("statusReason")).isEqualTo("Budget");
        assertThat(held.body().path("planRevision").asLong()).isEqualTo(1);
        assertThat(post("maya", path + "/go-live", "{}").text("code")).isEqualTo("launch-status");
        assertThat(post("maya", path + "/resume", null, "If-Match", "\"2\"").text("status"))
                .isEqualTo("PLANNED");
        assertThat(post("maya", path + "/cancel", "{\"reason\":\"No demand\"}", "If-Match", "\"3\"")
                        .text("status"))
                .isEqualTo("CANCELLED");
        assertThat(put("maya", path, plan("East"), "If-Match", "\"4\"").text("code"))
                .isEqualTo("launch-status");
    }

    @Test
    void theBoardIsFilteredAndPaged() {
        String region = "R" + UUID.randomUUID();
        List<UUID> all = List.of(planned(region), planned(region), planned(region, "East"));
        planned("West");

        List<UUID> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get("lee", "/api/launches?limit=2&region=" + region + "&cursor=" + cursor);
            page.body()
                    .path("items")
                    .forEach(item -> paged.add(UUID.fromString(item.path("id").asString())));
            cursor = page.body().path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(paged).containsExactlyElementsOf(all);
        assertThat(board("lee", "&region=" + region + "&ready=true")).isEmpty();
        assertThat(board("lee", "&region=" + region + "&ready=false")).hasSize(3);
        assertThat(board("lee", "&region=" + region + "&status=PLANNED&q=gtk%205"))
                .hasSize(3);
        assertThat(board("lee", "&region=" + region + "&q=100%25_")).isEmpty();
        assertThat(get("lee", "/api/launches?cursor=nonsense").status()).isEqualTo(400);
        assertThat(get("lee", "/api/launches?status=LOST").status()).isEqualTo(400);
        JsonNode market = get("lee", "/api/launches?region=" + region).body().at("/items/0/markets/0");
        assertThat(market.path("capacity").asString()).isEqualTo("UNKNOWN");
        assertThat(market.path("feedback").asString()).isEqualTo("FAIL");
        assertThat(market.at("/next/owner").asString()).isNotEmpty();
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        UUID launch = planned("Central");
        String path = "/api/launches/" + launch;
        ObjectNode faulty = plan("Central", "Central");
        faulty.withArray("markets").add(market("East").put("goLiveDate", "2020-01-01"));
        ((ObjectNode) faulty.at("/markets/0/quotas/0")).put("minReports", 0);
        ((ObjectNode) faulty.at("/markets/0/requirements/0")).put("fte", "0");

        Answer refused = put("maya", path, faulty, "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("invalid");
        List<String> pointers = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asString()));
        assertThat(pointers)
                .contains(
                        "/markets/0/requirements/0/fte",
                        "/markets/0/quotas/0/minReports",
                        "/markets/1/region",
                        "/markets/2/goLiveDate");
        ObjectNode unknown = plan("Central").put("colour", "red");
        assertThat(post("maya", "/api/launches", unknown).text("code")).isEqualTo("unknown-field");
        assertThat(post("maya", "/api/launches", "{\"product\":").text("code")).isEqualTo("malformed-json");
        assertThat(post("maya", "/api/launches", "[]").status()).isEqualTo(400);
        assertThat(post("maya", "/api/launches", "{\"markets\":[null]}").status())
                .isEqualTo(400);
        assertThat(post("", "/api/launches", plan("Central")).status()).isEqualTo(401);
        assertThat(post("sam", "/api/launches", plan("Central")).text("code")).isEqualTo("role-required");
        assertThat(post("ada", path + "/go-live", "{}").status()).isEqualTo(403);
        assertThat(post("maya", path + "/go-live", "{\"regions\":[\"Moon\"]}").status())
                .isEqualTo(400);
        assertThat(post("maya", path + "/go-live", "{\"regions\":[]}").status()).isEqualTo(400);
        assertThat(post("maya", path + "/go-live", "{}", "If-Match", "\"9\"").status())
                .isEqualTo(412);
        assertThat(get("maya", "/api/launches/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(get("maya", "/api/launches/nonsense").status()).isEqualTo(404);
        assertThat(launch(launch).body().path("revision").asLong()).isEqualTo(1);
        assertThat(plans(launch, it -> true)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aMarketWhoseDayHasNotComeIsTooEarly() {
        ObjectNode plan = plan("Central");
        ((ObjectNode) plan.at("/markets/0"))
                .put("goLiveDate", today().plusDays(2).toString());
        UUID launch = post("maya", "/api/launches", plan).id();

        Answer refused = post("maya", "/api/launches/" + launch + "/go-live", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("too-early");
        assertThat(launch(launch).body().path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void everyCallIsDescribed() {
        JsonNode paths = get("", "/v3/api-docs").body().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/launches",
                        "/api/launches/{id}",
                        "/api/launches/{id}/readiness",
                        "/api/launches/{id}/history",
                        "/api/launches/{id}/preview",
                        "/api/launches/{id}/counter-offers",
                        "/api/launches/{id}/counter-offers/accept",
                        "/api/launches/{launchId}/go-live",
                        "/api/launches/{launchId}/decisions",
                        "/api/launches/{launchId}/decisions/{decisionId}",
                        "/api/launches/{launchId}/decisions/{decisionId}/evaluation",
                        "/api/launches/{launchId}/waivers",
                        "/api/launches/{launchId}/waivers/{waiverId}",
                        "/api/gaps",
                        "/api/gaps/{id}",
                        "/api/gaps/{id}/review",
                        "/api/gaps/{id}/unmerge");
    }

    @Test
    void theSameIdempotencyKeyPlansOnce() {
        String key = UUID.randomUUID().toString();
        ObjectNode plan = plan("Central");

        Answer first = post("maya", "/api/launches", plan, "Idempotency-Key", key);
        Answer again = post("maya", "/api/launches", plan, "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void aPlanWithTwoThousandRequirementsIsTaken() {
        ObjectNode plan = json.createObjectNode().put("product", "GTK 500").put("name", "Everywhere");
        for (int region = 0; region < 50; region++) {
            ObjectNode market = market("Region " + region);
            for (int i = 1; i < 40; i++) {
                ObjectNode requirement = ((ObjectNode) market.at("/requirements/0")).deepCopy();
                market.withArray("requirements").add(requirement.put("id", "ae-" + i));
            }
            plan.withArray("markets").add(market);
        }

        Answer created = post("maya", "/api/launches", plan);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().at("/readiness/markets").size()).isEqualTo(50);
        eventually(
                "the large plan is published",
                () -> assertThat(plans(created.id(), it -> true)).hasSize(1));
    }

    private List<UUID> board(String who, String filter) {
        List<UUID> ids = new ArrayList<>();
        get(who, "/api/launches?limit=200" + filter)
                .body()
                .path("items")
                .forEach(item -> ids.add(UUID.fromString(item.path("id").asString())));
        return ids;
    }
}
