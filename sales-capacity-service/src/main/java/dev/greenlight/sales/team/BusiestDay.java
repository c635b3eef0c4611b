package dev.greenlight.sales.team;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The day on which the most of one person is promised, the earliest of them where there are several. */
public record BusiestDay(LocalDate day, Fte booked) {

    /** The busiest day of all on which anything is promised; empty when nothing is. */
    public static Optional<BusiestDay> of(Collection<RepBooking> bookings) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        bookings.forEach(booking -> starts.add(booking.window().from()));
        return among(starts, bookings);
    }

    /** The busiest day of a window. */
    public static BusiestDay within(DateWindow window, Collection<RepBooking> bookings) {
        // What is promised grows only where a booking begins.
        TreeSet<LocalDate> starts = new TreeSet<>();
        starts.add(window.from());
        bookings.stream()
                .map(booking -> booking.window().from())
                .filter(window::contains)
                .forEach(starts::add);
        return among(starts, bookings).orElseThrow();
    }

    /** What is promised of the person on a day. */
    public static Fte bookedOn(LocalDate day, Collection<RepBooking> bookings) {
        return Fte.sum(bookings.stream()
                .filter(booking -> booking.window().contains(day))
                .map(RepBooking::fte)
                .toList());
    }

    private static Optional<BusiestDay> among(NavigableSet<LocalDate> days, Collection<RepBooking> bookings) {
        return days.stream()
                .map(day -> new BusiestDay(day, bookedOn(day, bookings)))
                .reduce((busiest, next) -> busiest.booked.isLessThan(next.booked) ? next : busiest);
    }
}
