package dev.greenlight.launchservice.decision;

import dev.greenlight.launchservice.decision.Decision.DecidedMarket;
import dev.greenlight.launchservice.readiness.ConditionDocument;
import dev.greenlight.launchservice.readiness.FactsDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision beside what the gate says today of the facts that were kept with it.
 *
 * @param decision id of the decision
 * @param same whether the gate says of every market what it said then
 */
record DecisionEvaluation(UUID decision, boolean same, List<EvaluatedMarket> markets) {

    /**
     * One market of it.
     *
     * @param conditions as they were stored with the decision
     * @param judgedAgain as the gate makes them now of the kept facts
     */
    record EvaluatedMarket(
            String region, boolean same, List<ConditionDocument> conditions, List<ConditionDocument> judgedAgain) {

        static EvaluatedMarket of(DecidedMarket market, FactsDocument facts) {
            List<ConditionDocument> stored =
                    Optional.ofNullable(market.conditions()).orElse(List.of());
            List<ConditionDocument> again = ConditionDocument.judgedAgain(stored, facts.toFacts());
            return new EvaluatedMarket(market.region(), again.equals(stored), stored, again);
        }
    }

    /**
     * Judges again.
     *
     * @param facts by region; empty where a market's were not kept
     * @return empty when the facts of a market are missing
     */
    static Optional<DecisionEvaluation> of(Decision decision, Map<String, FactsDocument> facts) {
        List<EvaluatedMarket> markets = decision.markets().stream()
                .flatMap(market ->
                        Optional.ofNullable(facts.get(market.region()))
                                .map(it -> EvaluatedMarket.of(market, it))
                                .stream())
                .toList();
        return markets.size() == decision.markets().size()
                ? Optional.of(new DecisionEvaluation(
                        decision.id(), markets.stream().allMatch(EvaluatedMarket::same), markets))
                : Optional.empty();
    }
}
