package dev.greenlight.sales.team;

import java.util.List;

/** What named people of a team are promised to, from today on. */
@FunctionalInterface
public interface PromisedReps {
    /** All bookings of the team's people that bind them. */
    List<RepBooking> of(String region, String teamId);
}
