package dev.greenlight.launchservice.staff;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A counter-offer that waits for the launch's owner.
 *
 * @param asked what the plan asks for
 * @param answer the team's, which declined
 * @param offer what it could give instead
 */
public record WaitingOffer(String region, Requirement asked, Commitment answer, CounterOffer offer) {

    /**
     * All that wait, in the order of the plan. What others cover needs no answer, and a launch that is over
     * asks for nothing.
     */
    public static List<WaitingOffer> of(Launch launch, Map<MarketKey, SalesSnapshot> staff) {
        return launch.status().isOver()
                ? List.of()
                : launch.plan().markets().stream()
                        .flatMap(market ->
                                Optional.ofNullable(staff.get(new MarketKey(launch.id(), market.region()))).stream()
                                        .flatMap(snapshot -> of(market, snapshot)))
                        .toList();
    }

    /** Whether it is this team's, for this requirement. */
    public boolean isOf(String otherRegion, String requirementId, String team) {
        return region.equals(otherRegion)
                && asked.id().equals(requirementId)
                && answer.team().equals(team);
    }

    private static Stream<WaitingOffer> of(Market market, SalesSnapshot snapshot) {
        Map<String, List<Commitment>> answers = snapshot.answersByRequirement();
        return market.requirements().stream()
                .filter(asked -> answers.containsKey(asked.id()))
                .filter(asked -> !snapshot.coverageOf(asked).meets(asked.fte()))
                .flatMap(asked -> answers.getOrDefault(asked.id(), List.of()).stream()
                        .flatMap(answer -> answer.offerInsteadOf(asked).stream()
                                .map(offer -> new WaitingOffer(market.region(), asked, answer, offer))));
    }
}
