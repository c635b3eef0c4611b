package dev.greenlight.launchservice.staff;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.PlanDocument;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What teams that declined could give instead, and marketing's taking it. */
@Service
public class CounterOffers {
    private final Launches launches;
    private final SalesSnapshotRepository repository;

    CounterOffers(Launches launches, SalesSnapshotRepository repository) {
        this.launches = launches;
        this.repository = repository;
    }

    /**
     * The counter-offers that wait for an answer.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the caller knows of no such launch
     */
    public List<WaitingOffer> waiting(UUID launchId, Caller caller) {
        return waiting(launches.known(launchId, caller));
    }

    /**
     * Makes a revision of the plan that asks for exactly what was offered, so that the team can confirm it; all rules of revising
     * hold.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when the author's view is stale, the offer is no longer there, or a
     *     rule refuses
     */
    @Transactional
    public Launch accept(UUID launchId, String region, String requirementId, String team, IfMatch seen, Caller author) {
        Launch launch = launches.locked(launchId, seen, author);
        WaitingOffer accepted = waiting(launch).stream()
                .filter(offer -> offer.isOf(region, requirementId, team))
                .findFirst()
                .orElseThrow(() -> Rejection.conflict(
                                "counter-offer-gone",
                                "There is no counter-offer of " + team + " for " + requirementId + " in " + region
                                        + " that waits for an answer; read the list again")
                        .asException());
        return launches.revise(
                launchId,
                PlanDocument.of(launch.plan().asking(region, accepted.offer().askedAs(accepted.asked()))),
                seen,
                author,
                "Accepted the counter-offer of " + team + " by "
                        + accepted.answer().by());
    }

    private List<WaitingOffer> waiting(Launch launch) {
        return WaitingOffer.of(launch, repository.find(launch.marketKeys()));
    }
}
