package dev.greenlight.launchservice.launch;

import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Enters revisions of launches: keeps each, puts it on the time line and publishes it. A draft concerns nobody but its author, so it is not published. */
@Component
public final class LaunchLedger {
    private final LaunchRepository launches;
    private final LaunchEvents events;
    private final HistoryRepository history;
    private final Clock clock;

    LaunchLedger(LaunchRepository launches, LaunchEvents events, HistoryRepository history, Clock clock) {
        this.launches = launches;
        this.events = events;
        this.history = history;
        this.clock = clock;
    }

    /** The present, as exact as events and database keep it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Enters a new launch. */
    void open(Launch launch, String actor, String summary) {
        launches.insert(launch, actor, launch.standing().since());
        tell(launch, actor, launch.standing().since(), HistoryEntry.Type.REVISION, summary);
    }

    /**
     * Enters the next revision of a launch that is locked.
     *
     * @param type what the time line takes it for
     * @param summary one sentence for the time line
     */
    public void enter(Launch launch, String actor, Instant at, HistoryEntry.Type type, String summary) {
        launches.update(launch, actor, at);
        tell(launch, actor, at, type, summary);
    }

    private void tell(Launch launch, String actor, Instant at, HistoryEntry.Type type, String summary) {
        history.append(List.of(new HistoryEntry(launch.id(), at, actor, type, null, launch.revision(), summary)));
        if (launch.status() != LaunchStatus.DRAFT) {
            events.publish(launch, actor, at);
        }
    }
}
