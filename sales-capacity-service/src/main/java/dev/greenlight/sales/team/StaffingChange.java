package dev.greenlight.sales.team;

import dev.greenlight.kit.problem.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a team's people may change as wanted: who is promised by name can neither leave nor become less than is promised,
 * because the launch would lose what it counts on without anybody having withdrawn it.
 */
public final class StaffingChange {
    /** The code of the refusal to let go of somebody who is promised. */
    static final String REP_PROMISED = "rep-promised";

    private StaffingChange() {}

    /** The first promise that the change would break; empty when it breaks none. */
    public static Optional<Rejection> check(Team before, List<Rep> after, List<RepBooking> bookings) {
        return check(before, after, bookings, Set.of());
    }

    /**
     * As {@link #check(Team, List, List)}, when it is known that some people are gone.
     *
     * @param leaving ids of people whom nothing holds: what they were promised for falls short, in the open
     */
    static Optional<Rejection> check(Team before, List<Rep> after, List<RepBooking> bookings, Set<String> leaving) {
        return before.reps().stream()
                .filter(rep -> !leaving.contains(rep.id()))
                .flatMap(rep -> broken(rep, after, ofRep(rep.id(), bookings)).stream())
                .findFirst();
    }

    private static Optional<Rejection> broken(Rep rep, List<Rep> after, List<RepBooking> bookings) {
        Optional<BusiestDay> busiest = BusiestDay.of(bookings);
        if (busiest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Rep> kept =
                after.stream().filter(next -> next.id().equals(rep.id())).findFirst();
        if (kept.isEmpty()) {
            return Optional.of(Rejection.conflict(
                    REP_PROMISED,
                    rep.name() + " is promised to " + launches(bookings)
                            + "; commit someone else or withdraw there first"));
        }
        if (kept.get().fte().isLessThan(busiest.get().booked())) {
            return Optional.of(Rejection.conflict(
                    "rep-over-booked",
                    "%s is promised for %s FTE on %s, to %s; %s FTE would be too little"
                            .formatted(
                                    rep.name(),
                                    busiest.get().booked(),
                                    busiest.get().day(),
                                    launches(bookings),
                                    kept.get().fte())));
        }
        return Optional.empty();
    }

    private static List<RepBooking> ofRep(String repId, List<RepBooking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.repId().equals(repId))
                .toList();
    }

    private static String launches(List<RepBooking> bookings) {
        return bookings.stream()
                .map(booking -> "\"" + booking.launch() + "\"")
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
