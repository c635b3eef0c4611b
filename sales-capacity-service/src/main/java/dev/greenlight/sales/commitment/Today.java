package dev.greenlight.sales.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of a window are local to its market, so that a day that is over in one is still there in another. */
final class Today {
    private static final ZoneOffset LAST_OF_ALL = ZoneOffset.ofHours(-12);

    private Today() {}

    /** The earliest day that it still is anywhere: no promise that may still be kept ends before it. */
    static LocalDate anywhere(Instant now) {
        return LocalDate.ofInstant(now, LAST_OF_ALL);
    }
}
