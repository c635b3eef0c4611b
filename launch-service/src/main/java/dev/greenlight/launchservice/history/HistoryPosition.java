package dev.greenlight.launchservice.history;

import dev.greenlight.kit.staffing.SensibleTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where an entry stands on the time line: by its instant, then by its number. */
public record HistoryPosition(Instant at, long number) {
    private static final String BETWEEN = "|";

    /** The position of an entry. */
    public static HistoryPosition of(NumberedEntry numbered) {
        return new HistoryPosition(numbered.entry().at(), numbered.number());
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    public static Optional<HistoryPosition> parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HistoryPosition(
                    SensibleTime.instant(text.substring(0, between)), Long.parseLong(text.substring(between + 1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + BETWEEN + number;
    }
}
