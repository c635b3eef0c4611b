package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.team.RepBooking;
import java.time.Instant;
import java.util.List;

/** A commitment that holds people, with the launch that it is for. */
public record Binding(Launch launch, Commitment commitment) {

    /** Whether it counts against other launches: not when its launch has long been on hold. */
    boolean bindsPeopleAt(Instant now) {
        return commitment.bindsPeople() && launch.bindsPeopleAt(now);
    }

    /** What it holds of named people. */
    public List<RepBooking> bookings() {
        return commitment.reps().stream()
                .map(rep -> new RepBooking(launch.id(), launch.name(), rep.id(), rep.fte(), commitment.window()))
                .toList();
    }
}
