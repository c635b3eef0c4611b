package dev.greenlight.notification.inbox;

import dev.greenlight.notification.people.PersonRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives people who are new, or whose roles or regions have changed, the matters that concern them now. In parts, so that no
 * launch is held for long; when it breaks off it begins again, which does no harm.
 */
@Component
class Newcomers {
    private static final int LAUNCHES_AT_ONCE = 200;
    private static final int PEOPLE_AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final FactRepository facts;
    private final PersonRepository persons;
    private final Inboxes inboxes;
    private final TransactionTemplate transactions;

    Newcomers(FactRepository facts, PersonRepository persons, Inboxes inboxes, TransactionTemplate transactions) {
        this.facts = facts;
        this.persons = persons;
        this.inboxes = inboxes;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${greenlight.notification.newcomers-delay:PT1S}")
    void welcome() {
        Map<String, Long> changed = persons.toRefresh(PEOPLE_AT_ONCE);
        if (changed.isEmpty()) {
            return;
        }
        UUID last = BEFORE_ALL;
        boolean more = true;
        while (more) {
            List<UUID> launches = welcome(changed.keySet(), last);
            more = launches.size() == LAUNCHES_AT_ONCE;
            last = launches.isEmpty() ? last : launches.get(launches.size() - 1);
        }
        persons.refreshed(changed);
    }

    private List<UUID> welcome(Set<String> people, UUID after) {
        return transactions.execute(status -> {
            List<UUID> launches = facts.lockOpenAfter(after, LAUNCHES_AT_ONCE);
            inboxes.update(launches, people);
            return launches;
        });
    }
}
