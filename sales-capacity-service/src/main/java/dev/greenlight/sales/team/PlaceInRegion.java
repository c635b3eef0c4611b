package dev.greenlight.sales.team;

import java.util.Optional;

/** Where a team or a person stands in a list that is in the order of the regions and, within a region, of the ids. */
public record PlaceInRegion(String region, String id) {
    private static final char BETWEEN = '\n';

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    public static Optional<PlaceInRegion> parse(String text) {
        // An id has no line break, a region may.
        int between = text.lastIndexOf(BETWEEN);
        return between < 1
                ? Optional.empty()
                : Optional.of(new PlaceInRegion(text.substring(0, between), text.substring(between + 1)));
    }

    @Override
    public String toString() {
        return region + BETWEEN + id;
    }
}
