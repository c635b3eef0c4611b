package dev.greenlight.kit.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads days and instants from 2000 to 2199: further ones parse, but neither the events nor the database hold them all. */
public final class SensibleTime {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private SensibleTime() {}

    /**
     * A day such as 2027-03-01.
     *
     * @throws IllegalArgumentException when the year is out of range
     * @throws java.time.DateTimeException when it is no day
     */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        require(!day.isBefore(FIRST) && !day.isAfter(LAST));
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
        require(!instant.isBefore(startOf(FIRST)) && instant.isBefore(startOf(LAST.plusDays(1))));
        return instant;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void require(boolean sensible) {
        if (!sensible) {
            throw new IllegalArgumentException("The year is between " + FIRST.getYear() + " and " + LAST.getYear());
        }
    }
}
