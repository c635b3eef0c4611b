package dev.greenlight.launchservice.readiness;

import static java.util.stream.Collectors.groupingBy;

import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.launchservice.waiver.WaiverDoubt;
import dev.greenlight.launchservice.waiver.WaiverDoubt.Circumstances;
import java.util.List;
import java.util.Map;

/**
 * Looks at what is not met through leadership's waivers: one that counts makes it WAIVED, which is not PASS. Of one that stands
 * and does not count the condition says why, so that nobody relies on it.
 */
final class Waiving {
    private final MarketFacts facts;
    private final Map<String, List<Waiver>> standing;

    Waiving(MarketFacts facts) {
        this.facts = facts;
        this.standing = facts.waivers().stream()
                .filter(waiver -> waiver.standsAt(facts.at()))
                .collect(groupingBy(Waiver::condition));
    }

    Condition look(Asked asked) {
        Condition condition = asked.condition();
        if (condition.passes()) {
            return condition;
        }
        Circumstances now = new Circumstances(asked.demand(), facts.owner(), facts.requester());
        List<Waiver> waivers = standing.getOrDefault(condition.id(), List.of());
        return waivers.stream()
                .filter(waiver -> WaiverDoubt.first(waiver, now).isEmpty())
                .findFirst()
                .map(condition::waived)
                .orElseGet(() -> remarked(condition, waivers, now));
    }

    private static Condition remarked(Condition condition, List<Waiver> waivers, Circumstances now) {
        Condition remarked = condition;
        for (Waiver waiver : waivers) {
            String doubt = WaiverDoubt.first(waiver, now).orElseThrow();
            remarked = remarked.remarked("the waiver by " + waiver.approver() + " does not count: " + doubt);
        }
        return remarked;
    }
}
