package dev.greenlight.launchservice.board;

import dev.greenlight.launchservice.staff.WaitingOffer;
import java.util.Comparator;
import java.util.Optional;

/** Where a counter-offer stands in the list: by region, requirement and team. */
record OfferPosition(String region, String requirement, String team) implements Comparable<OfferPosition> {
    static final Comparator<WaitingOffer> ORDER = Comparator.comparing(OfferPosition::of);

    private static final Comparator<OfferPosition> BY_NAME = Comparator.comparing(OfferPosition::region)
            .thenComparing(OfferPosition::requirement)
            .thenComparing(OfferPosition::team);

    /** Stands in no name: names have no control characters. */
    private static final String BETWEEN = "\u0001";

    static OfferPosition of(WaitingOffer waiting) {
        return new OfferPosition(
                waiting.region(), waiting.asked().id(), waiting.answer().team());
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    static Optional<OfferPosition> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return parts.length == 3 ? Optional.of(new OfferPosition(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    @Override
    public int compareTo(OfferPosition other) {
        return BY_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return String.join(BETWEEN, region, requirement, team);
    }
}
