package dev.greenlight.launchservice.decision;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.decision.Decision.DecidedMarket;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.readiness.ConditionDocument;
import dev.greenlight.launchservice.readiness.FactsDocument;
import dev.greenlight.launchservice.readiness.MarketFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision is judged again on the facts that were kept with it. */
class DecisionEvaluationTest {
    private final FactsDocument facts = FactsDocument.of(new MarketFacts(
            LaunchFixture.market("Central"),
            1,
            1,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            "maya",
            Optional.of("maya"),
            MONDAY));
    private final List<ConditionDocument> conditions = ConditionDocument.judgedAgain(List.of(), facts.toFacts());

    @Test
    void theSameFactsAreJudgedTheSame() {
        DecisionEvaluation evaluation = DecisionEvaluation.of(decision(conditions), Map.of("Central", facts))
                .orElseThrow();

        assertThat(evaluation.same()).isTrue();
        assertThat(evaluation.markets().get(0).judgedAgain()).isEqualTo(conditions);
    }

    @Test
    void whatWasDecidedOtherwiseIsFound() {
        ConditionDocument capacity = conditions.get(0);
        ConditionDocument passed = new ConditionDocument(
                capacity.id(), capacity.kind(), Status.PASS, null, null, capacity.since(), capacity.evidence());

        DecisionEvaluation evaluation = DecisionEvaluation.of(
                        decision(List.of(passed, conditions.get(1), conditions.get(2))), Map.of("Central", facts))
                .orElseThrow();

        assertThat(evaluation.same()).isFalse();
        assertThat(evaluation.markets().get(0).conditions().get(0).status()).isEqualTo(Status.PASS);
        assertThat(evaluation.markets().get(0).judgedAgain().get(0).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void withoutItsFactsADecisionCantBeJudgedAgain() {
        assertThat(DecisionEvaluation.of(decision(conditions), Map.of())).isEmpty();
    }

    private static Decision decision(List<ConditionDocument> conditions) {
        return new Decision(
                new UUID(0, 2),
                Decision.Outcome.NO_GO,
                "Central: no staff",
                "maya",
                MONDAY,
                MONDAY,
                1,
                List.of(new DecidedMarket("Central", false, 0L, conditions)));
    }
}
