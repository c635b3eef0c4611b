package dev.greenlight.launchservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Requests to go live that sales does not answer, with limits short enough to wait for. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"greenlight.decision.timeout=PT10S", "greenlight.decision.patience=PT1S"})
class UnansweredGoLiveIT extends LaunchServiceIT {

    @Test
    void withoutAnAnswerFromSalesItIsNoGoAfterTheTimeout() throws Exception {
        UUID launch = planned("Central");

        Answer accepted = asksToGoLive(launch).get();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("outcome")).isEqualTo("PENDING");
        String location = accepted.header("Location");
        assertThat(put("maya", "/api/launches/" + launch, plan("Central"), "If-Match", "\"2\"")
                        .text("code"))
                .isEqualTo("decision-pending");
        eventually(
                "the decision is given up",
                () -> assertThat(get("maya", location).text("outcome")).isEqualTo("NO_GO"));
        assertThat(get("maya", location).text("cause")).isEqualTo("Sales did not answer within 10 s");
        assertThat(launch(launch).body().has("pendingDecision")).isFalse();
    }

    @Test
    void aKeyToAnEarlierDecisionOrPlanOpensNothing() throws Exception {
        UUID launch = planned("Central");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.report("Central", "Cancity", "fay"));
        sales.publish(sales.report("Central", "Konex", "flo"));
        sales.commitAll("Central", 1, 1, null, 2);
        awaitReady(launch, "Central");

        CompletableFuture<Answer> answer = asksToGoLive(launch);
        UUID decision = awaitPending(launch).getPendingDecision().getId();
        sales.commitAll("Central", 2, 1, UUID.randomUUID(), 2);
        sales.commitAll("Central", 3, 7, decision, 2);

        assertThat(answer.get().status()).isEqualTo(202);
        eventually(
                "the decision is given up",
                () -> assertThat(get("maya", answer.join().header("Location")).text("outcome"))
                        .isEqualTo("NO_GO"));
    }

    @Test
    void theSameIdempotencyKeyAsksOnce() {
        UUID launch = planned("Central");
        String key = UUID.randomUUID().toString();

        Answer first = post("maya", "/api/launches/" + launch + "/go-live", "{}", "Idempotency-Key", key);
        Answer again = post("maya", "/api/launches/" + launch + "/go-live", "{}", "Idempotency-Key", key);
        Answer other = post(
                "maya", "/api/launches/" + launch + "/go-live", "{\"regions\":[\"Central\"]}", "Idempotency-Key", key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.status()).isEqualTo(422);
        assertThat(get("maya", "/api/launches/" + launch + "/decisions")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
