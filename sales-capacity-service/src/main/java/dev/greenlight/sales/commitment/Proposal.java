package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Team;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An offer with all that it is judged by.
 *
 * @param current the team's present answer to the requirement, if it has given one
 * @param others what else the team has promised from today on
 */
public record Proposal(
        Launch launch,
        StaffRequirement requirement,
        Team team,
        Offer offer,
        @Nullable Commitment current,
        List<Binding> others) {
    /** Takes a copy of the others. */
    public Proposal {
        others = List.copyOf(others);
    }

    /** Whether this is what was promised already, so that nothing would change. */
    public boolean changesNothing() {
        return current != null
                && current.status() == CommitmentStatus.CONFIRMED
                && current.pendingWithdrawal() == null
                && current.planRevision() == launch.planRevision()
                && current.fte().equals(offer.fte())
                && current.window().equals(offer.window())
                && Objects.equals(current.reps(), offer.reps());
    }

    /** What else is promised of one of the team's people. */
    List<RepBooking> otherBookings(String repId) {
        return others.stream()
                .flatMap(binding -> binding.bookings().stream())
                .filter(booking -> booking.repId().equals(repId))
                .toList();
    }
}
