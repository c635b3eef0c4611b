package dev.greenlight.kit.staffing;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one promise adds to a requirement: FTE on every day of a window, less what is missing on single days because a named
 * rep is off.
 */
public record StaffShare(Fte fte, DateWindow window, Map<LocalDate, Fte> absences) {
    /** Takes a copy of the absences. */
    public StaffShare {
        absences = Map.copyOf(absences);
    }

    /** A share that is there on every day of its window. */
    public static StaffShare everyDay(Fte fte, DateWindow window) {
        return new StaffShare(fte, window, Map.of());
    }

    /** What it gives on one day; {@link Fte#ZERO} outside its window. */
    public Fte on(LocalDate day) {
        return window.contains(day) ? fte.minus(absences.getOrDefault(day, Fte.ZERO)) : Fte.ZERO;
    }
}
