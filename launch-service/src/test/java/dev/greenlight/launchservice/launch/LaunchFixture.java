package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Plans and launches for tests of rules. */
public final class LaunchFixture {
    /** When everything in these tests begins: 2027-01-04, nine o'clock UTC. */
    public static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");

    private LaunchFixture() {}

    /** A market that goes live on 2027-03-01 in Chicago: 2.5 account executives until the end of May, two accounts in retail. */
    public static Market market(String region) {
        return new Market(
                region,
                LocalDate.parse("2027-03-01"),
                ZoneId.of("America/Chicago"),
                new Money(2_676_800, "USD"),
                List.of(requirement("2.5")),
                List.of(new Quota("retail", 2)));
    }

    /** So many account executives from March to the end of May. */
    public static Requirement requirement(String fte) {
        return new Requirement("ae", "account-executive", Fte.of(fte), spring());
    }

    /** From March to the end of May 2027. */
    public static DateWindow spring() {
        return new DateWindow(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-05-31"));
    }

    /** A plan of such markets. */
    public static LaunchPlan plan(Market... markets) {
        return new LaunchPlan("GTK 500", "GTK 500 launch", 1, "Fast", "For all", null, List.of(markets));
    }

    /** A published launch in its first revision. */
    public static Launch launch(String... regions) {
        LaunchPlan plan = plan(Arrays.stream(regions).map(LaunchFixture::market).toArray(Market[]::new));
        return Launch.planned(new UUID(0, 1), "maya", plan, false, MONDAY);
    }
}
