package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import java.util.Optional;
import java.util.UUID;

/** Where a gap stands in a list: by its severity, then by its id. */
record GapPosition(Severity severity, UUID id) {
    private static final String BETWEEN = "|";

    static GapPosition of(Gap gap) {
        return new GapPosition(gap.severity(), gap.id());
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    static Optional<GapPosition> parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GapPosition(
                    Severity.valueOf(text.substring(0, between)), UUID.fromString(text.substring(between + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return severity + BETWEEN + id;
    }
}
