package dev.greenlight.launchservice.launch;

import dev.greenlight.kit.staffing.SensibleTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where a launch stands on the board: by its first go-live date, then by its id. */
public record BoardPosition(LocalDate firstGoLive, UUID id) {
    private static final String BETWEEN = "|";

    /** The position of a launch. */
    public static BoardPosition of(Launch launch) {
        return new BoardPosition(launch.plan().firstGoLiveDate(), launch.id());
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    public static Optional<BoardPosition> parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BoardPosition(
                    SensibleTime.day(text.substring(0, between)), UUID.fromString(text.substring(between + 1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return firstGoLive + BETWEEN + id;
    }
}
