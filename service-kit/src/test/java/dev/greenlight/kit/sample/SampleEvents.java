package dev.greenlight.kit.sample;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchStatus;
import dev.greenlight.events.SalesResourced;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Events with nothing in them but what the kit looks at. */
public final class SampleEvents {
    private SampleEvents() {}

    public static LaunchPlanned launch(UUID launchId, long revision, String description) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return LaunchPlanned.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(now)
                .setActor("maya")
                .setRevision(revision)
                .setLaunchId(launchId)
                .setPlanRevision(1)
                .setProduct("GTK 500")
                .setName("GTK 500")
                .setDescription(description)
                .setOwner("maya")
                .setStatus(LaunchStatus.PLANNED)
                .setStatusSince(now)
                .setMarkets(List.of())
                .build();
    }

    public static SalesResourced market(UUID launchId, long revision) {
        return market(launchId, revision, 1);
    }

    /** The sample service's database refuses a plan revision below 1. */
    public static SalesResourced market(UUID launchId, long revision, long planRevision) {
        return SalesResourced.newBuilder()
                .setEventId(UUID.randomUUID())
                .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setActor("sam")
                .setRevision(revision)
                .setLaunchId(launchId)
                .setRegion("Central")
                .setPlanRevision(planRevision)
                .setLaunchRevision(1)
                .setCommitments(List.of())
                .setReportsFiled(0)
                .setReportsEnded(0)
                .build();
    }
}
