package dev.greenlight.kit.staffing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/**
 * How a requirement is covered on its worst day: the day of the window on which the fewest FTE are given, the earliest of
 * them where there are several. The average is of no use to a customer who calls on that day.
 */
public record WorstDayCoverage(LocalDate day, Fte committed) {

    /**
     * Finds the worst day.
     *
     * @param window the days that must be covered
     * @param shares what is given, whichever teams give it
     */
    public static WorstDayCoverage of(DateWindow window, Collection<StaffShare> shares) {
        // What is given changes only where a share begins, has ended, or someone is off: no other day can be the first
        // worst one.
        TreeSet<LocalDate> changes = new TreeSet<>();
        changes.add(window.from());
        for (StaffShare share : shares) {
            changes.add(share.window().from());
            changes.add(share.window().to().plusDays(1));
            for (LocalDate absence : share.absences().keySet()) {
                changes.add(absence);
                changes.add(absence.plusDays(1));
            }
        }
        return changes.subSet(window.from(), true, window.to(), true).stream()
                .map(day -> new WorstDayCoverage(day, givenOn(day, shares)))
                .reduce((worst, next) -> next.committed.isLessThan(worst.committed) ? next : worst)
                .orElseThrow();
    }

    /** Whether even on the worst day at least this much is given. */
    public boolean meets(Fte required) {
        return !committed.isLessThan(required);
    }

    private static Fte givenOn(LocalDate day, Collection<StaffShare> shares) {
        return shares.stream().map(share -> share.on(day)).reduce(Fte.ZERO, Fte::plus);
    }
}
