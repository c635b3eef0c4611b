package dev.greenlight.notification.inbox;

import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.signal.Signals;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.people.PersonRepository;
import dev.greenlight.notification.recipient.LaunchView;
import dev.greenlight.notification.recipient.Notice;
import dev.greenlight.notification.recipient.WhoIsTold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings inboxes in line with what is known of launches. The caller has a transaction and has locked the launches; people are
 * read after that, so that nobody who comes meanwhile is missed: either this sees them, or who takes them in waits for the lock
 * and sees this.
 */
@Component
class Inboxes {
    /** The signal's channel; the payload is a person's id, or empty for everybody. */
    static final String CHANNEL = "inbox";

    private static final int MOST_SIGNALLED_ONE_BY_ONE = 50;

    private final FactRepository facts;
    private final DeliveryRepository deliveries;
    private final PersonRepository persons;
    private final EventIds ids;
    private final Signals signals;
    private final Clock clock;

    Inboxes(
            FactRepository facts,
            DeliveryRepository deliveries,
            PersonRepository persons,
            EventIds ids,
            Signals signals,
            Clock clock) {
        this.facts = facts;
        this.deliveries = deliveries;
        this.persons = persons;
        this.ids = ids;
        this.signals = signals;
        this.clock = clock;
    }

    /** Everybody's threads about these launches. */
    void update(Collection<UUID> launches) {
        update(launches, null);
    }

    /** These persons' threads about these launches. */
    void update(Collection<UUID> launches, @Nullable Set<String> only) {
        if (launches.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        People people = persons.everybody();
        List<Notice> standing = new ArrayList<>();
        Map<UUID, @Nullable Instant> turns = new HashMap<>();
        for (LaunchView view : facts.views(launches)) {
            standing.addAll(WhoIsTold.about(view, people, now));
            turns.put(view.launch().launch(), WhoIsTold.nextTurn(view, now).orElse(null));
        }
        if (only != null) {
            standing.removeIf(notice -> !only.contains(notice.person()));
        }
        List<Delivery> changes = Threads.changes(standing, deliveries.about(launches, only), now, ids::next);
        deliveries.write(changes);
        facts.keepTurns(turns);
        signal(changes.stream().map(Delivery::person).collect(Collectors.toSet()));
    }

    private void signal(Set<String> changed) {
        if (changed.size() > MOST_SIGNALLED_ONE_BY_ONE) {
            signals.send(CHANNEL, Signals.MISSED_SOME);
        } else {
            changed.forEach(person -> signals.send(CHANNEL, person));
        }
    }
}
