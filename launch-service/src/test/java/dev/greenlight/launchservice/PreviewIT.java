package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.commitment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenlight.events.Commitment;
import dev.greenlight.events.CommitmentStatus;
import dev.greenlight.events.CounterOffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an edit would break, and what sales offers instead of what it declined, over HTTP on the real parts. */
class PreviewIT extends LaunchServiceIT {
    private UUID launch;
    private SalesStandIn sales;

    @BeforeEach
    void aLaunchIsPlanned() {
        launch = planned("Central");
        sales = new SalesStandIn(launch);
    }

    @Test
    void theAuthorIsShownWhatAnEditBreaksAndNothingIsChanged() {
        sales.publish(sales.snapshot("Central", 1, 1)
                .setCommitments(List.of(commitment("ae", "2.5", today(), today().plusDays(60)))));
        sales.publish(sales.report("Central", "Cancity", "fay"));
        awaitCondition(launch, "Central", "capacity:ae", "PASS");
        eventually(
                "the report is heard",
                () -> assertThat(condition(launch, "Central", "feedback:retail")
                                .at("/evidence/accounts")
                                .asInt())
                        .isEqualTo(1));
        ObjectNode edit = plan("Central", "East");
        ((ObjectNode) edit.at("/markets/0/requirements/0"))
                .put("to", today().plusDays(90).toString());
        ((ObjectNode) edit.at("/markets/0/price")).put("amount", 1);

        Answer preview = post("maya", path("/preview"), edit, "If-Match", "\"1\"");

        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(200);
        assertThat(Stream.of(0, 1, 2).map(index -> preview.body().at("/effects/" + index)))
                .extracting(
                        effect -> effect.path("region").asString(),
                        effect -> effect.path("requirement").asString(""),
                        effect -> effect.path("team").asString(""),
                        effect -> effect.path("effect").asString())
                .containsExactly(
                        tuple("Central", "ae", "dustin-brinkmann", "STALE"),
                        tuple("Central", "", "", "OUTDATED"),
                        tuple("East", "ae", "", "OPEN"));
        assertThat(launch(launch).body().path("revision").asLong()).isEqualTo(1);
        assertThat(post("maya", path("/preview"), plan("Central"))
                        .body()
                        .path("effects")
                        .size())
                .isZero();
    }

    @Test
    void whatTheEditItselfWouldBeRefusedForThePreviewIsRefusedForToo() {
        ObjectNode faulty = plan("Central", "Central");
        ((ObjectNode) faulty.at("/markets/0/requirements/0")).put("fte", "0");

        Answer put = put("maya", path(""), faulty, "If-Match", "\"1\"");
        Answer preview = post("maya", path("/preview"), faulty);

        assertThat(preview.status()).isEqualTo(400);
        assertThat(preview.body().path("errors")).isEqualTo(put.body().path("errors"));
        assertThat(post("maya", path("/preview"), plan("Central"), "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        assertThat(post("maya", path("/preview"), plan("Central").put("draft", true))
                        .status())
                .isEqualTo(400);
        assertThat(post("sam", path("/preview"), plan("Central")).text("code")).isEqualTo("role-required");
        post("maya", path("/cancel"), "{\"reason\":\"No demand\"}", "If-Match", "\"1\"");
        assertThat(post("maya", path("/preview"), plan("East")).text("code")).isEqualTo("launch-status");
    }

    @Test
    void marketingTakesACounterOfferAndTheNextRevisionAsksForIt() {
        declines("1.5");
        awaitCondition(launch, "Central", "capacity:ae", "FAIL");
        JsonNode offer = offers().at("/items/0");
        assertThat(offer.toString())
                .startsWith(
                        "{\"region\":\"Central\",\"requirement\":\"ae\",\"team\":\"dustin-brinkmann\",\"fte\":\"1.5\","
                                + "\"from\":\"" + today().plusDays(7) + "\",\"to\":\"" + today().plusDays(60)
                                + "\",\"by\":\"sam\",\"at\":")
                .endsWith("\"reason\":\"On holiday\"}");
        assertThat(condition(launch, "Central", "capacity:ae").path("cause").asString())
                .endsWith("; offered instead: 1.5 FTE from " + today().plusDays(7) + " to " + today().plusDays(60)
                        + " by dustin-brinkmann");
        String body = "{\"region\":\"Central\",\"requirement\":\"ae\",\"team\":\"dustin-brinkmann\"}";
        String accept = path("/counter-offers/accept");
        assertThat(post("maya", accept, body).status()).isEqualTo(428);
        assertThat(post("sam", accept, body, "If-Match", "\"1\"").status()).isEqualTo(403);
        assertThat(post("maya", accept, "{}", "If-Match", "\"1\"")
                        .body()
                        .path("errors")
                        .size())
                .isEqualTo(3);
        assertThat(post("maya", accept, body, "If-Match", "\"7\"").status()).isEqualTo(412);

        Answer accepted = post("maya", accept, body, "If-Match", "\"1\"", "Idempotency-Key", launch.toString());

        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(200);
        assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
        assertThat(accepted.body().path("planRevision").asLong()).isEqualTo(2);
        JsonNode requirement = accepted.body().at("/markets/0/requirements/0");
        assertThat(requirement.path("fte").asString()).isEqualTo("1.5");
        assertThat(requirement.path("from").asString())
                .isEqualTo(today().plusDays(7).toString());
        assertThat(accepted.body().at("/markets/0/quotas/0/minReports").asInt()).isEqualTo(2);
        assertThat(get("maya", path("/history")).raw().body())
                .contains("Accepted the counter-offer of dustin-brinkmann by sam. Revised: Central ae FTE 2.5 → 1.5");
        assertThat(offers().path("items").size()).isZero();
        assertThat(post("maya", accept, body, "If-Match", "\"2\"").text("code")).isEqualTo("counter-offer-gone");
        assertThat(post("maya", accept, body, "If-Match", "\"1\"", "Idempotency-Key", launch.toString())
                        .body())
                .isEqualTo(accepted.body());
    }

    @Test
    void anOfferThatWasTakenBackIsNoLongerThere() {
        declines("1.5");
        awaitCondition(launch, "Central", "capacity:ae", "FAIL");
        sales.publish(sales.snapshot("Central", 2, 1)
                .setCommitments(List.of(commitment("ae", "1", today(), today().plusDays(60)))));
        eventually(
                "the team has committed",
                () -> assertThat(offers().path("items").size()).isZero());

        Answer refused = post(
                "maya",
                path("/counter-offers/accept"),
                "{\"region\":\"Central\",\"requirement\":\"ae\",\"team\":\"dustin-brinkmann\"}",
                "If-Match",
                "\"1\"");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(launch(launch).body().path("revision").asLong()).isEqualTo(1);
    }

    private void declines(String instead) {
        sales.publish(sales.snapshot("Central", 1, 1)
                .setCommitments(List.of(Commitment.newBuilder(commitment("ae", "0", today(), today().plusDays(60)))
                        .setStatus(CommitmentStatus.DECLINED)
                        .setReason("On holiday")
                        .setCounter(new CounterOffer(
                                new BigDecimal(instead).setScale(4), today().plusDays(7), today().plusDays(60)))
                        .build())));
    }

    private JsonNode offers() {
        return get("maya", path("/counter-offers")).body();
    }

    private String path(String call) {
        return "/api/launches/" + launch + call;
    }
}
