package dev.greenlight.notification.inbox;

import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.notification.recipient.GapFact;
import dev.greenlight.notification.recipient.LaunchFact;
import dev.greenlight.notification.recipient.ReadinessFact;
import dev.greenlight.notification.recipient.StaffFact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes the other services' facts in. Each batch costs a fixed number of statements, however many snapshots are in it, and
 * runs in the transaction of who calls.
 */
@Component
public class FactsListener {
    private final FactRepository facts;
    private final Inboxes inboxes;

    FactsListener(FactRepository facts, Inboxes inboxes) {
        this.facts = facts;
        this.inboxes = inboxes;
    }

    /** Plans, their status and decisions. */
    public void launches(List<LaunchPlanned> events) {
        List<LaunchFact> arrived = events.stream().map(Facts::of).toList();
        Set<UUID> launches = lock(arrived, LaunchFact::launch);
        Map<UUID, LaunchFact> newest = new LinkedHashMap<>(facts.launches(launches));
        for (LaunchFact fact : arrived) {
            newest.merge(
                    fact.launch(),
                    fact.after(null),
                    (before, next) -> next.revision() > before.revision() ? next.after(before) : before);
        }
        inboxes.update(Set.copyOf(facts.keepLaunches(newest.values())));
    }

    /** What the gate says of markets. */
    public void readiness(List<LaunchReadinessChanged> events) {
        Collection<ReadinessFact> newest = Latest.perSubject(
                events.stream().map(Facts::of).toList(),
                fact -> new MarketKey(fact.launch(), fact.region()),
                ReadinessFact::revision);
        lock(newest, ReadinessFact::launch);
        inboxes.update(Set.copyOf(facts.keepReadiness(newest)));
    }

    /** What sales gives to markets, or does not. */
    public void staff(List<SalesResourced> events) {
        Collection<StaffFact> newest = Latest.perSubject(
                events.stream().map(Facts::of).toList(),
                fact -> new MarketKey(fact.launch(), fact.region()),
                StaffFact::revision);
        lock(newest, StaffFact::launch);
        inboxes.update(Set.copyOf(facts.keepStaff(newest)));
    }

    /** What product made of gaps. */
    public void gaps(List<FeatureGapReviewed> events) {
        Collection<GapFact> newest =
                Latest.perSubject(events.stream().map(Facts::of).toList(), GapFact::gap, GapFact::revision);
        lock(newest, GapFact::launch);
        inboxes.update(Set.copyOf(facts.keepGaps(newest)));
    }

    private <F> Set<UUID> lock(Collection<F> arrived, Function<F, UUID> launch) {
        Set<UUID> launches = arrived.stream().map(launch).collect(Collectors.toSet());
        facts.lock(launches);
        return launches;
    }

    private record MarketKey(UUID launch, String region) {}
}
