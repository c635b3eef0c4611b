package dev.greenlight.kit.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads days and instants from 2000 to 2199: further ones parse, but neither the events nor the database hold them all. */
public final class SensibleTime {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private SensibleTime() {}

    /**
     * A day such as 2027-03-01.
     *
     * @throws IllegalArgumentException when the year is out of range
     * @throws java.time.DateTimeException when it is no day
     */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        require(day.getYear());
        return day;
    }

    /**
     * An instant such as 2027-03-01T09:00:00Z.
     *
     * @throws IllegalArgumentException when the year is out of range
     * @throws java.time.DateTimeException when it is no instant
     */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        require(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void require(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("The year is between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }
}
