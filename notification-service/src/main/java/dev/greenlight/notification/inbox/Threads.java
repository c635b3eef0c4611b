package dev.greenlight.notification.inbox;

import dev.greenlight.notification.recipient.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings threads in line with what stands: a function of both, so that doing it twice changes nothing. A thread reappears as
 * unread when its substance has changed, when it newly asks for action or when it was settled and is not any more; what the
 * person did themselves does not interrupt them.
 */
final class Threads {
    private Threads() {}

    /** The threads that must be written, new and changed ones; all the others are as they should be. */
    static List<Delivery> changes(
            Collection<Notice> standing, Collection<Delivery> kept, Instant now, Supplier<UUID> newId) {
        Map<ThreadKey, Delivery> unsettled = new HashMap<>();
        kept.forEach(delivery -> unsettled.put(new ThreadKey(delivery.person(), delivery.matter()), delivery));
        List<Delivery> changes = new ArrayList<>();
        for (Notice notice : standing) {
            Delivery before = unsettled.remove(new ThreadKey(notice.person(), notice.matter()));
            if (before == null) {
                changes.add(fresh(notice, newId.get(), notice.at()));
            } else if (reappears(notice, before)) {
                changes.add(fresh(notice, before.id(), later(notice.at(), before.at())));
            } else if (differs(notice, before)) {
                changes.add(updated(notice, before));
            }
        }
        unsettled.values().stream()
                .filter(before -> before.doneAt() == null)
                .map(before -> settled(before, now))
                .forEach(changes::add);
        return changes;
    }

    private static boolean reappears(Notice notice, Delivery before) {
        return before.doneAt() != null
                || !notice.substance().equals(before.substance())
                || (notice.asksAction() && !before.asksAction());
    }

    private static boolean differs(Notice notice, Delivery before) {
        return !notice.text().equals(before.text())
                || !notice.title().equals(before.title())
                || notice.asksAction() != before.asksAction();
    }

    private static Delivery fresh(Notice notice, UUID id, Instant at) {
        boolean quiet = notice.ownDoing();
        return delivery(notice, id, quiet && !notice.asksAction(), at, quiet ? at : null);
    }

    private static Delivery updated(Notice notice, Delivery before) {
        return delivery(notice, before.id(), before.hidden(), before.at(), before.readAt());
    }

    private static Delivery delivery(Notice notice, UUID id, boolean hidden, Instant at, @Nullable Instant readAt) {
        return new Delivery(
                id,
                notice.person(),
                notice.matter(),
                notice.kind().word(),
                notice.launch(),
                notice.region(),
                notice.title(),
                notice.text(),
                notice.asksAction(),
                notice.substance(),
                hidden,
                at,
                readAt,
                null);
    }

    private static Delivery settled(Delivery before, Instant now) {
        return new Delivery(
                before.id(),
                before.person(),
                before.matter(),
                before.kind(),
                before.launch(),
                before.region(),
                before.title(),
                before.text(),
                before.asksAction(),
                before.substance(),
                before.hidden(),
                before.at(),
                before.readAt(),
                now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record ThreadKey(String person, String matter) {}
}
