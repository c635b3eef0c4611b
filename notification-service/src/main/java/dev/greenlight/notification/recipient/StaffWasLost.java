package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Incident after LIVE: the owner and the managers of the region are asked, leadership is told. */
final class StaffWasLost implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        if (!view.launch().status().isUnderWay()) {
            return Stream.empty();
        }
        return view.readiness().values().stream()
                .flatMap(fact -> fact.incidents().stream().map(incident -> {
                    Set<String> asked = new HashSet<>(people.in(Role.SALES_MANAGER, fact.region()));
                    asked.add(view.launch().owner());
                    return new Matter(
                            "incident:" + incident.id(),
                            NoticeKind.INCIDENT,
                            fact.region(),
                            "Staff was lost after going live: " + incident.cause(),
                            incident.id().toString(),
                            fact.actor(),
                            incident.since(),
                            asked,
                            people.all(Role.LEADERSHIP),
                            Matter.Sort.STANDING);
                }));
    }
}
