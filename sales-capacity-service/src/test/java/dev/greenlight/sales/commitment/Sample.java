package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values for the tests of promises. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final UUID GTK = new UUID(0, 1);
    static final UUID OTHER = new UUID(0, 2);

    private Sample() {}

    static Launch launch(UUID id, String name) {
        return launch(id, name, LaunchStatus.PLANNED, null);
    }

    static Launch launch(UUID id, String name, LaunchStatus status, @Nullable UUID decision) {
        return new Launch(id, 7, 5, "GTK 500", name, "maya", status, NOW, decision);
    }

    static DateWindow days(String from, String to) {
        return new DateWindow(LocalDate.parse(from), LocalDate.parse(to));
    }

    static StaffRequirement asked(String fte, String from, String to) {
        return new StaffRequirement("ae", "account-executive", Fte.of(fte), days(from, to));
    }

    static Rep rep(String id, String fte, String... daysOff) {
        return new Rep(
                id,
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                "account-executive",
                Fte.of(fte),
                Set.copyOf(Arrays.stream(daysOff).map(LocalDate::parse).toList()));
    }

    static Team team(Rep... reps) {
        return new Team("Central", "dustin", "Dustin's team", "sam", 1, List.of(reps));
    }

    static CommittedRep part(String repId, String fte) {
        return new CommittedRep(repId, Fte.of(fte));
    }

    static Commitment promise(UUID launchId, String fte, DateWindow window, CommittedRep... reps) {
        return new Commitment(
                new CommitmentKey(new MarketKey(launchId, "Central"), "ae", "dustin"),
                CommitmentStatus.CONFIRMED,
                "account-executive",
                Fte.of(fte),
                window,
                window,
                List.of(reps),
                Map.of(),
                5,
                "sam",
                NOW,
                null,
                null,
                List.of(),
                null);
    }

    static Binding binding(Commitment commitment, String launchName) {
        return new Binding(launch(commitment.key().market().launchId(), launchName), commitment);
    }
}
