package dev.greenlight.sales.team;

import dev.greenlight.kit.staffing.Fte;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One person of a team.
 *
 * @param id unique in the region
 * @param role what the person does, for example account-executive
 * @param fte how much of the person there is on a day, over all launches; more than 0
 * @param daysOff days on which the person is not there at all
 */
public record Rep(String id, String name, String role, Fte fte, Set<LocalDate> daysOff) {
    /** What a person does when nothing is said. */
    public static final String DEFAULT_ROLE = "account-executive";

    /** How much of a person there is when nothing is said. */
    public static final Fte DEFAULT_FTE = Fte.of("1");

    /**
     * Sorts the days off.
     *
     * @throws IllegalArgumentException when there is nothing of the person
     */
    public Rep {
        if (fte.equals(Fte.ZERO)) {
            throw new IllegalArgumentException("A rep has more than 0 FTE");
        }
        daysOff = Collections.unmodifiableSet(new TreeSet<>(daysOff));
    }

    /** Whether the person is off on that day. */
    public boolean isOff(LocalDate day) {
        return daysOff.contains(day);
    }

    /** What there is of the person on that day. */
    public Fte availableOn(LocalDate day) {
        return isOff(day) ? Fte.ZERO : fte;
    }
}
