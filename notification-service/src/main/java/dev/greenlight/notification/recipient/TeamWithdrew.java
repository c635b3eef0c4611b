package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.LaunchFact.MarketPlan;
import dev.greenlight.notification.recipient.StaffFact.Kind;
import dev.greenlight.notification.recipient.StaffFact.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Withdrawn, and the staff is missing: the owner is asked (the region's managers are by {@link StaffIsMissing}); leadership is
 * told when the market goes live within 7 days.
 */
final class TeamWithdrew implements MatterRule {
    static final Duration SOON = Duration.ofDays(7);

    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        return view.waitingMarkets()
                .flatMap(market -> Stream.ofNullable(view.staff().get(market.region()))
                        .flatMap(fact -> matter(view, market, fact, people, now)));
    }

    private static Stream<Matter> matter(
            LaunchView view, MarketPlan market, StaffFact fact, People people, Instant now) {
        List<Refusal> withdrawn = fact.refusals().stream()
                .filter(refusal -> refusal.kind() == Kind.WITHDRAWN)
                .filter(refusal -> view.lacksStaff(fact.region(), refusal.requirement()))
                .toList();
        return withdrawn.stream()
                .max(Comparator.comparing(Refusal::at))
                .map(last -> new Matter(
                        "withdrawn:" + view.launch().launch() + ":" + market.region(),
                        NoticeKind.WITHDRAWN,
                        market.region(),
                        Sentences.several(withdrawn.stream()
                                .map(refusal -> sentence(refusal, people))
                                .toList()),
                        Sentences.list(withdrawn.stream()
                                .map(refusal -> refusal.requirement() + refusal.team() + refusal.at())
                                .toList()),
                        last.by(),
                        last.at(),
                        Set.of(view.launch().owner()),
                        now.isBefore(market.mayGoLiveFrom().minus(SOON)) ? Set.of() : people.all(Role.LEADERSHIP),
                        Matter.Sort.STANDING))
                .stream();
    }

    private static String sentence(Refusal refusal, People people) {
        return people.nameOf(refusal.by()) + " withdrew " + refusal.fte() + " FTE from " + refusal.requirement()
                + (refusal.reason() == null ? "" : ": " + refusal.reason());
    }
}
