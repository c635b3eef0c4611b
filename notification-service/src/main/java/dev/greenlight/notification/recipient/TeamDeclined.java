package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.StaffFact.Counter;
import dev.greenlight.notification.recipient.StaffFact.Kind;
import dev.greenlight.notification.recipient.StaffFact.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Declined, countered: the launch's owner is asked to answer, as long as the staff is missing and the offer is not accepted. */
final class TeamDeclined implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        return view.waitingMarkets()
                .flatMap(market -> Stream.ofNullable(view.staff().get(market.region()))
                        .flatMap(fact -> fact.refusals().stream()
                                .filter(refusal -> refusal.kind() == Kind.DECLINED)
                                .filter(refusal -> view.lacksStaff(fact.region(), refusal.requirement()))
                                .filter(refusal -> !market.asksForWhatIsOffered(refusal))
                                .map(refusal -> matter(view, fact, refusal, people))));
    }

    private static Matter matter(LaunchView view, StaffFact fact, Refusal refusal, People people) {
        String text = people.nameOf(refusal.by()) + " declined " + refusal.requirement()
                + (refusal.reason() == null ? "" : ": " + refusal.reason()) + instead(refusal);
        return new Matter(
                String.join(
                        ":",
                        "answer",
                        view.launch().launch().toString(),
                        fact.region(),
                        refusal.requirement(),
                        refusal.team()),
                NoticeKind.ANSWER,
                fact.region(),
                text,
                refusal.at().toString(),
                refusal.by(),
                refusal.at(),
                Set.of(view.launch().owner()),
                Set.of(),
                Matter.Sort.STANDING);
    }

    private static String instead(Refusal refusal) {
        Counter counter = refusal.counter();
        return counter == null
                ? ""
                : "; instead " + counter.fte() + " FTE from " + counter.from() + " to " + counter.to();
    }
}
