package dev.greenlight.notification.inbox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at launches about which time alone changes what is to be said, for example when a go-live day begins. */
@Component
class DaysThatBegin {
    private static final int AT_ONCE = 200;

    private final FactRepository facts;
    private final Inboxes inboxes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DaysThatBegin(FactRepository facts, Inboxes inboxes, TransactionTemplate transactions, Clock clock) {
        this.facts = facts;
        this.inboxes = inboxes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${greenlight.notification.turns-delay:PT20S}")
    void look() {
        boolean more = true;
        while (more) {
            more = lookAtSome() == AT_ONCE;
        }
    }

    private int lookAtSome() {
        List<UUID> due = transactions.execute(status -> {
            List<UUID> launches = facts.lockDue(clock.instant(), AT_ONCE);
            inboxes.update(launches);
            return launches;
        });
        return due.size();
    }
}
