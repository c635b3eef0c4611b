package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.ReadinessFact.Waiver;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Waiver: all who have a part in the launch are told, as long as it counts. */
final class ConditionIsWaived implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        if (!view.launch().status().isOpen()) {
            return Stream.empty();
        }
        Set<String> told = Participants.of(view, people);
        return view.readiness().values().stream()
                .flatMap(fact -> fact.waivers().stream().map(waiver -> matter(fact, waiver, told)));
    }

    private static Matter matter(ReadinessFact fact, Waiver waiver, Set<String> told) {
        return new Matter(
                "waiver:" + waiver.id(),
                NoticeKind.WAIVER,
                fact.region(),
                "Waived, " + waiver.condition() + ": " + waiver.cause(),
                waiver.id(),
                waiver.approver(),
                waiver.since(),
                Set.of(),
                told,
                Matter.Sort.NEWS);
    }
}
