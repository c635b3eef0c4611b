package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.opportunity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.GapStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gaps are merged and unmerged over HTTP, on the real database and topics. */
class MergedGapsIT extends LaunchServiceIT {
    private UUID launch;
    private SalesStandIn sales;

    @BeforeEach
    void aLaunchIsPlanned() {
        launch = planned("Central", "East");
        sales = new SalesStandIn(launch);
    }

    @Test
    void aMergedGapCountsInTheOtherAndComesBackAsItWas() {
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode", opportunity("O1", 500, true)));
        sales.publish(sales.blocker("East", "Konex", "finn", "No network", opportunity("O1", 500, true)));
        awaitGaps("Offline mode", "No network");
        awaitCondition(launch, "Central", "gaps", "FAIL");
        Answer declined = review("Offline mode", "\"decision\":\"DECLINED\",\"reason\":\"Niche\"");
        assertThat(declined.status()).as(declined.raw().body()).isEqualTo(200);

        Answer merged = review("Offline mode", "\"decision\":\"MERGED\",\"into\":\"" + id("No network") + "\"");

        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        assertThat(merged.text("mergedInto")).isEqualTo(id("No network"));
        assertThat(features("")).containsExactly("No network");
        assertThat(features("&status=MERGED")).containsExactly("Offline mode");
        JsonNode whole = gap("No network");
        assertThat(whole.path("breadth").asInt()).isEqualTo(2);
        assertThat(whole.path("reportCount").asInt()).isEqualTo(2);
        assertThat(whole.at("/merged/0/feature").asString()).isEqualTo("Offline mode");
        assertThat(whole.at("/revenueAtRisk/0/amount").asLong()).isEqualTo(500);
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("FAIL");

        Answer unmerged = post("pia", path("Offline mode") + "/unmerge", null, "If-Match", etag("Offline mode"));

        assertThat(unmerged.status()).as(unmerged.raw().body()).isEqualTo(200);
        assertThat(unmerged.text("status")).isEqualTo("DECLINED");
        assertThat(unmerged.text("reason")).isEqualTo("Niche");
        assertThat(unmerged.body().has("mergedInto")).isFalse();
        assertThat(gap("No network").path("breadth").asInt()).isEqualTo(1);
        assertThat(condition(launch, "Central", "gaps").path("status").asString())
                .isEqualTo("PASS");
        assertThat(get("pia", "/api/launches/" + launch + "/history").raw().body())
                .contains("Gap \\\"Offline mode\\\" is merged into \\\"No network\\\"")
                .contains(
                        "Gap \\\"Offline mode\\\" is no longer merged into \\\"No network\\\"; again it is DECLINED: Niche");
        eventually(
                "each step is published",
                () -> assertThat(published(unmerged.id()))
                        .extracting(FeatureGapReviewed::getStatus)
                        .containsExactly(GapStatus.NEW, GapStatus.DECLINED, GapStatus.MERGED, GapStatus.DECLINED));
        assertThat(published(unmerged.id()).get(2).getMergedInto()).hasToString(id("No network"));
    }

    @Test
    void aNewReportOfAMergedGapReopensTheDeclinedOneThatItCountsIn() {
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode"));
        sales.publish(sales.blocker("Central", "Konex", "fay", "No network"));
        awaitGaps("Offline mode", "No network");
        review("Offline mode", "\"decision\":\"MERGED\",\"into\":\"" + id("No network") + "\"");
        review("No network", "\"decision\":\"DECLINED\",\"reason\":\"Niche\"");
        awaitCondition(launch, "Central", "gaps", "PASS");

        sales.publish(sales.blocker("East", "Dontechi", "finn", "offline MODE"));

        awaitCondition(launch, "Central", "gaps", "FAIL");
        awaitCondition(launch, "East", "gaps", "FAIL");
        assertThat(gap("No network").path("reopened").asBoolean()).isTrue();
        assertThat(gap("No network").path("reporters").toString()).isEqualTo("[\"fay\",\"finn\"]");
    }

    @Test
    void whatCannotBeMergedIsRefusedAndChangesNothing() {
        UUID other = planned("Central");
        SalesStandIn elsewhere = new SalesStandIn(other);
        elsewhere.publish(elsewhere.blocker("Central", "Cancity", "fay", "Elsewhere"));
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode"));
        sales.publish(sales.blocker("Central", "Konex", "fay", "No network"));
        awaitGaps("Offline mode", "No network");
        awaitCondition(other, "Central", "gaps", "FAIL");
        String foreign =
                get("pia", "/api/gaps?launch=" + other).body().at("/items/0/id").asString();
        String merge = "\"decision\":\"MERGED\",\"into\":\"%s\"";

        assertThat(review("Offline mode", "\"decision\":\"MERGED\"")
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/into");
        assertThat(review("Offline mode", merge.formatted("x"))
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/into");
        assertThat(review("Offline mode", merge.formatted(UUID.randomUUID())).status())
                .isEqualTo(400);
        assertThat(review("Offline mode", merge.formatted(id("Offline mode"))).status())
                .isEqualTo(400);
        assertThat(review("Offline mode", merge.formatted(foreign)).text("code"))
                .isEqualTo("gap-of-another-launch");
        assertThat(post("pia", path("Offline mode") + "/unmerge", null, "If-Match", etag("Offline mode"))
                        .text("code"))
                .isEqualTo("gap-status");
        assertThat(post("pia", path("Offline mode") + "/unmerge", null).status())
                .isEqualTo(428);
        assertThat(post("maya", path("Offline mode") + "/unmerge", null, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(post("pia", "/api/gaps/" + UUID.randomUUID() + "/unmerge", null, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(features("")).containsExactlyInAnyOrder("Offline mode", "No network");

        review("Offline mode", merge.formatted(id("No network")));
        Answer again = review("Offline mode", "\"decision\":\"SHIPPED\"");
        assertThat(again.text("code")).isEqualTo("gap-merged");
        assertThat(again.text("detail")).contains("\"No network\"").contains(id("No network"));
        assertThat(review("No network", merge.formatted(id("Offline mode"))).text("code"))
                .isEqualTo("gap-merged");
    }

    @Test
    void ofTwoMergesAtOnceThatWouldCloseACircleOneIsRefused() {
        for (int round = 0; round < 5; round++) {
            String one = "One " + round;
            String two = "Two " + round;
            sales.publish(sales.blocker("Central", "Cancity", "fay", one));
            sales.publish(sales.blocker("Central", "Konex", "fay", two));
            awaitGaps(one, two);
            List<CompletableFuture<Answer>> both = Stream.of(
                            CompletableFuture.supplyAsync(() -> merges(one, two)),
                            CompletableFuture.supplyAsync(() -> merges(two, one)))
                    .toList();

            List<Integer> answers = both.stream()
                    .map(CompletableFuture::join)
                    .map(Answer::status)
                    .sorted()
                    .toList();

            assertThat(answers).first().isEqualTo(200);
            assertThat(answers.get(1)).isIn(409, 412);
            assertThat(features("&status=MERGED").stream().filter(it -> it.equals(one) || it.equals(two)))
                    .hasSize(1);
        }
    }

    @Test
    void theSameIdempotencyKeyUnmergesOnce() {
        sales.publish(sales.blocker("Central", "Cancity", "fay", "Offline mode"));
        sales.publish(sales.blocker("Central", "Konex", "fay", "No network"));
        awaitGaps("Offline mode", "No network");
        review("Offline mode", "\"decision\":\"MERGED\",\"into\":\"" + id("No network") + "\"");
        String key = UUID.randomUUID().toString();
        String etag = etag("Offline mode");
        String path = path("Offline mode") + "/unmerge";

        Answer first = post("pia", path, null, "If-Match", etag, "Idempotency-Key", key);
        Answer second = post("pia", path, null, "If-Match", etag, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    private Answer merges(String feature, String into) {
        return review(feature, "\"decision\":\"MERGED\",\"into\":\"" + id(into) + "\"");
    }

    private Answer review(String feature, String fields) {
        return post("pia", path(feature) + "/review", "{" + fields + "}", "If-Match", etag(feature));
    }

    private String etag(String feature) {
        return "\"" + gap(feature).path("revision").asLong() + "\"";
    }

    private String path(String feature) {
        return "/api/gaps/" + id(feature);
    }

    private String id(String feature) {
        return gap(feature).path("id").asString();
    }

    private JsonNode gap(String feature) {
        return Stream.of("", "&status=MERGED")
                .flatMap(filter -> gaps(filter).stream())
                .filter(gap -> gap.path("feature").asString().equals(feature))
                .findFirst()
                .orElseThrow();
    }

    private List<String> features(String filter) {
        return gaps(filter).stream().map(gap -> gap.path("feature").asString()).toList();
    }

    private List<JsonNode> gaps(String filter) {
        return get("pia", "/api/gaps?limit=200&launch=" + launch + filter)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private void awaitGaps(String... features) {
        eventually(
                "gaps are reported",
                () -> assertThat(gaps("").stream()
                                .collect(Collectors.toMap(
                                        gap -> gap.path("feature").asString(), Function.identity())))
                        .containsKeys(features));
    }

    private List<FeatureGapReviewed> published(UUID gap) {
        return log.read(
                Topic.FEATURE_GAP_REVIEWED,
                FeatureGapReviewed.class,
                event -> event.getGapId().equals(gap));
    }
}
