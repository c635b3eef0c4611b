package dev.greenlight.notification.recipient;

import static dev.greenlight.notification.recipient.ReadinessFact.Kind.CAPACITY;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.LaunchFact.MarketPlan;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Plan published, requirement added, commitment stale, short again: the managers of the region are asked to commit. */
final class StaffIsMissing implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        return view.waitingMarkets()
                .flatMap(market -> view.readinessOf(market.region()).stream()
                        .filter(fact -> !fact.reds(CAPACITY).isEmpty())
                        .map(fact -> matter(view, market, fact, people)));
    }

    private static Matter matter(LaunchView view, MarketPlan market, ReadinessFact fact, People people) {
        List<ReadinessFact.Red> reds = fact.reds(CAPACITY);
        String causes = Sentences.causes(reds);
        return new Matter(
                "commit:" + view.launch().launch() + ":" + market.region(),
                NoticeKind.COMMIT,
                market.region(),
                "Commit staff: " + causes + "; goes live on " + market.goLiveDate(),
                causes,
                fact.actor(),
                fact.at(),
                people.in(Role.SALES_MANAGER, market.region()),
                Set.of(),
                Matter.Sort.STANDING);
    }
}
