package dev.greenlight.launchservice.launch;

import java.util.Comparator;
import java.util.UUID;

/** A market of a launch; sorts by launch, then region. */
public record MarketKey(UUID launchId, String region) implements Comparable<MarketKey> {
    private static final Comparator<MarketKey> ORDER =
            Comparator.comparing(MarketKey::launchId).thenComparing(MarketKey::region);

    @Override
    public int compareTo(MarketKey other) {
        return ORDER.compare(this, other);
    }
}
