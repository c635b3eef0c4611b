package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.LaunchFact.MarketPlan;
import java.util.HashSet;
import java.util.Set;

/**
 * All who have a part in a launch: its owner, the managers and reps of its regions, who reported a gap of it, product where there
 * is one, and who waived a condition of it.
 */
final class Participants {
    private Participants() {}

    static Set<String> of(LaunchView view, People people) {
        Set<String> ids = new HashSet<>();
        ids.add(view.launch().owner());
        for (MarketPlan market : view.launch().markets()) {
            ids.addAll(people.in(Role.SALES_MANAGER, market.region()));
            ids.addAll(people.in(Role.FIELD, market.region()));
        }
        for (GapFact gap : view.gaps()) {
            ids.addAll(gap.reporters());
        }
        view.readiness().values().stream()
                .flatMap(fact -> fact.waivers().stream())
                .map(ReadinessFact.Waiver::approver)
                .forEach(ids::add);
        if (!view.gaps().isEmpty()) {
            ids.addAll(people.all(Role.PRODUCT));
        }
        return ids;
    }
}
