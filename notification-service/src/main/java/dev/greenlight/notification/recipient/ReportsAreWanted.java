package dev.greenlight.notification.recipient;

import static dev.greenlight.notification.recipient.ReadinessFact.Kind.FEEDBACK;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.ReadinessFact.Red;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Plan published, too few accounts heard: the field reps of the region are told that reports are wanted. */
final class ReportsAreWanted implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        return view.waitingMarkets()
                .flatMap(market -> view.readinessOf(market.region()).stream())
                .filter(fact -> !fact.reds(FEEDBACK).isEmpty())
                .map(fact -> matter(view, fact, people));
    }

    private static Matter matter(LaunchView view, ReadinessFact fact, People people) {
        List<Red> reds = fact.reds(FEEDBACK);
        return new Matter(
                "report:" + view.launch().launch() + ":" + fact.region(),
                NoticeKind.REPORT,
                fact.region(),
                "Field reports are wanted: " + Sentences.causes(reds),
                // That one more account was heard is no news; that a segment is wanted again is.
                Sentences.list(reds.stream().map(Red::id).toList()),
                fact.actor(),
                fact.at(),
                Set.of(),
                people.in(Role.FIELD, fact.region()),
                Matter.Sort.STANDING);
    }
}
