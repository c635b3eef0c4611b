package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.BusiestDay;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How busy one person is, week by week from Monday to Sunday, over all launches. */
final class RepLoad {
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKING_DAYS = 5;

    private RepLoad() {}

    /**
     * One week.
     *
     * @param from its Monday
     * @param booked what is promised of the person on the busiest day on which they are there
     * @param available what there is of them on such a day; {@link Fte#ZERO} when they are off from Monday to Friday
     */
    record Week(LocalDate from, Fte booked, Fte available, List<UUID> launches) {}

    /** All weeks that have a day in the window. */
    static List<Week> weeks(Rep rep, Collection<RepBooking> bookings, DateWindow window) {
        LocalDate first = window.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(window.to()), monday -> monday.plusDays(DAYS_OF_A_WEEK))
                .map(monday -> week(rep, bookings, monday))
                .toList();
    }

    private static Week week(Rep rep, Collection<RepBooking> bookings, LocalDate monday) {
        DateWindow days = new DateWindow(monday, monday.plusDays(DAYS_OF_A_WEEK - 1));
        List<RepBooking> ofTheWeek = bookings.stream()
                .filter(booking -> booking.window().overlaps(days))
                .toList();
        Fte busiest = Stream.iterate(monday, days::contains, day -> day.plusDays(1))
                .filter(day -> !rep.isOff(day))
                .map(day -> BusiestDay.bookedOn(day, ofTheWeek))
                .reduce(Fte.ZERO, (most, next) -> most.isLessThan(next) ? next : most);
        boolean isThere = Stream.iterate(monday, day -> day.plusDays(1))
                .limit(WORKING_DAYS)
                .anyMatch(day -> !rep.isOff(day));
        return new Week(
                monday,
                busiest,
                isThere ? rep.fte() : Fte.ZERO,
                ofTheWeek.stream().map(RepBooking::launchId).distinct().toList());
    }
}
