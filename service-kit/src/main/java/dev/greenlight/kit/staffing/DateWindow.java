package dev.greenlight.kit.staffing;

import java.time.LocalDate;

/** Days from the first to the last, both inclusive, local to a market. */
public record DateWindow(LocalDate from, LocalDate to) {
    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException when it ends before it starts
     */
    public DateWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The window ends on " + to + ", before it starts on " + from);
        }
    }

    /** Whether the day is one of this window's. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether every day of the other is one of this window's. */
    public boolean covers(DateWindow other) {
        return contains(other.from) && contains(other.to);
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(DateWindow other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }
}
