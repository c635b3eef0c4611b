package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.BusiestDay;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Team;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How busy a team's people of one role are together with what is promised of their pool, week by week from Monday to Sunday. It
 * is on no single person, so that it can't be told by rep.
 */
final class PoolLoad {
    private static final int DAYS_OF_A_WEEK = 7;

    private PoolLoad() {}

    /** What is promised of a team's people in one role. */
    record Pool(String role, List<Week> weeks) {}

    /**
     * One week, on the day on which the least is left.
     *
     * @param from its Monday
     * @param promised what is promised of the pool
     * @param available what there is of the role's people beside what is promised of them by name
     */
    record Week(LocalDate from, Fte promised, Fte available, List<UUID> launches) {}

    /** The pools of which anything is promised in the window, by role. */
    static List<Pool> of(Team team, Collection<Binding> promised, DateWindow window) {
        return promised.stream()
                .map(Binding::commitment)
                .filter(Commitment::isFromPool)
                .map(Commitment::role)
                .distinct()
                .sorted()
                .map(role -> new Pool(role, weeks(new Role(team, role, promised), window)))
                .toList();
    }

    private static List<Week> weeks(Role role, DateWindow window) {
        LocalDate first = window.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(window.to()), monday -> monday.plusDays(DAYS_OF_A_WEEK))
                .map(monday -> week(role, monday))
                .toList();
    }

    private static Week week(Role role, LocalDate monday) {
        LocalDate tightest = Stream.iterate(monday, day -> day.plusDays(1))
                .limit(DAYS_OF_A_WEEK)
                .min(Comparator.comparing(role::left))
                .orElseThrow();
        DateWindow days = new DateWindow(monday, monday.plusDays(DAYS_OF_A_WEEK - 1));
        return new Week(monday, role.promisedOn(tightest), role.availableOn(tightest), role.launches(days));
    }

    /** The people of one role with all that is promised of them. */
    private record Role(List<Rep> reps, List<Binding> fromPool, List<RepBooking> byName) {
        Role(Team team, String role, Collection<Binding> promised) {
            this(
                    team.reps().stream().filter(rep -> rep.role().equals(role)).toList(),
                    promised.stream()
                            .filter(it -> it.commitment().isFromPool()
                                    && it.commitment().role().equals(role))
                            .toList(),
                    promised.stream()
                            .flatMap(it -> it.bookings().stream())
                            .filter(booking -> team.rep(booking.repId())
                                    .filter(rep -> rep.role().equals(role))
                                    .isPresent())
                            .toList());
        }

        Fte promisedOn(LocalDate day) {
            return Fte.sum(fromPool.stream()
                    .map(Binding::commitment)
                    .filter(commitment -> commitment.window().contains(day))
                    .map(Commitment::fte)
                    .toList());
        }

        Fte availableOn(LocalDate day) {
            return Fte.sum(reps.stream()
                    .map(rep -> rep.availableOn(day).minus(bookedOn(rep, day)))
                    .toList());
        }

        /** Below 0 where the pool is over-booked. */
        BigDecimal left(LocalDate day) {
            return availableOn(day).amount().subtract(promisedOn(day).amount());
        }

        List<UUID> launches(DateWindow days) {
            return fromPool.stream()
                    .filter(it -> it.commitment().window().overlaps(days))
                    .map(it -> it.launch().id())
                    .distinct()
                    .toList();
        }

        private Fte bookedOn(Rep rep, LocalDate day) {
            return BusiestDay.bookedOn(
                    day,
                    byName.stream()
                            .filter(booking -> booking.repId().equals(rep.id()))
                            .toList());
        }
    }
}
