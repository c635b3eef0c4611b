package dev.greenlight.launchservice;

import static dev.greenlight.launchservice.SalesStandIn.commitment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.events.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions keep the facts that they were made on, and give the same answer when they are judged again. */
class DecisionEvaluationIT extends LaunchServiceIT {
    private static final int REQUIREMENTS = 2_000;

    @Autowired
    private JdbcClient database;

    @Test
    void aDecisionOnTwoThousandRequirementsIsJudgedAgain() {
        ObjectNode plan = plan("Central");
        ArrayNode requirements = ((ObjectNode) plan.at("/markets/0")).withArray("requirements");
        ObjectNode first = (ObjectNode) requirements.get(0);
        for (int i = 1; i < REQUIREMENTS; i++) {
            requirements.add(first.deepCopy().put("id", "ae-" + i));
        }
        UUID launch = post("maya", "/api/launches", plan).id();
        SalesStandIn sales = new SalesStandIn(launch);
        CompletableFuture<Answer> asked = asksToGoLive(launch);
        UUID pending = awaitPending(launch).getPendingDecision().getId();
        sales.publish(sales.snapshot("Central", 1, 1).setDecisionId(pending).setCommitments(commitments()));

        Answer decision = asked.join();
        Answer evaluation = evaluation(launch, decision.id());

        assertThat(decision.text("outcome")).isEqualTo("NO_GO");
        assertThat(evaluation.body().path("same").asBoolean()).isTrue();
        assertThat(evaluation.body().at("/markets/0/judgedAgain").size()).isEqualTo(REQUIREMENTS + 2);
        assertThat(evaluation.body().at("/markets/0/conditions"))
                .isEqualTo(decision.body().at("/markets/0/conditions"));
    }

    @Test
    void aPendingDecisionAndOneWithoutFactsCantBeJudgedAgain() {
        UUID launch = planned("Central");
        CompletableFuture<Answer> asked = asksToGoLive(launch);
        UUID decision = awaitPending(launch).getPendingDecision().getId();
        assertThat(evaluation(launch, decision).text("code")).isEqualTo("decision-pending");
        SalesStandIn sales = new SalesStandIn(launch);
        sales.publish(sales.snapshot("Central", 1, 1).setDecisionId(decision));
        assertThat(asked.join().text("outcome")).isEqualTo("NO_GO");

        assertThat(evaluation(launch, decision).status()).isEqualTo(200);
        // As it is with decisions from before facts were kept.
        database.sql("DELETE FROM decision_facts WHERE decision_id = ?")
                .param(decision)
                .update();
        assertThat(evaluation(launch, decision).status()).isEqualTo(404);
        assertThat(evaluation(launch, UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static List<Commitment> commitments() {
        List<Commitment> commitments = new ArrayList<>();
        for (int i = 1; i < REQUIREMENTS; i++) {
            commitments.add(commitment("ae-" + i, i % 2 == 0 ? "2.5" : "1", today(), today().plusDays(60)));
        }
        return commitments;
    }

    private Answer evaluation(UUID launch, UUID decision) {
        return get("sam", "/api/launches/" + launch + "/decisions/" + decision + "/evaluation");
    }
}
