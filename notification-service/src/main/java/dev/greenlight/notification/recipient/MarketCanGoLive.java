package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.LaunchFact.MarketPlan;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All conditions of a market met: its managers are told, and the owner is asked to go live. Before the market's day has begun
 * the gate would refuse, so until then the owner is told too.
 */
final class MarketCanGoLive implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        if (view.launch().deciding()) {
            return Stream.empty();
        }
        return view.waitingMarkets()
                .flatMap(market -> view.readinessOf(market.region()).stream()
                        .filter(ReadinessFact::ready)
                        .map(fact -> matter(view, market, fact, people, now)));
    }

    private static Matter matter(LaunchView view, MarketPlan market, ReadinessFact fact, People people, Instant now) {
        Instant from = market.mayGoLiveFrom();
        boolean begun = !now.isBefore(from);
        Set<String> told = new HashSet<>(people.in(Role.SALES_MANAGER, market.region()));
        told.add(view.launch().owner());
        return new Matter(
                "go-live:" + view.launch().launch() + ":" + market.region(),
                NoticeKind.GO_LIVE,
                market.region(),
                begun
                        ? "All conditions are met: it can go live"
                        : "All conditions are met: it can go live from " + market.goLiveDate(),
                begun ? "now" : "from " + market.goLiveDate(),
                fact.actor(),
                begun && from.isAfter(fact.at()) ? from : fact.at(),
                begun ? Set.of(view.launch().owner()) : Set.of(),
                told,
                Matter.Sort.STANDING);
    }
}
