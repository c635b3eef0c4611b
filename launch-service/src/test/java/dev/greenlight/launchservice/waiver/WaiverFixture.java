package dev.greenlight.launchservice.waiver;

import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.UUID;

/** Waivers for tests of rules. */
public final class WaiverFixture {
    /** When the waivers of these tests expire: a day after everything begins. */
    public static final Instant EXPIRY = LaunchFixture.MONDAY.plusSeconds(86_400);

    private WaiverFixture() {}

    /** Lee's waiver of a condition of Central, for a day. */
    public static Waiver waiver(String condition, Demand demand) {
        return new Waiver(
                new UUID(0, 50),
                new MarketKey(new UUID(0, 1), "Central"),
                condition,
                demand,
                "lee",
                "Two start in May",
                LaunchFixture.MONDAY,
                EXPIRY,
                Waiver.Status.STANDING,
                null);
    }
}
