package dev.greenlight.launchservice.launch;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/** A market of a launch; sorts by launch, then region. */
public record MarketKey(UUID launchId, String region) implements Comparable<MarketKey> {
    private static final Comparator<MarketKey> ORDER =
            Comparator.comparing(MarketKey::launchId).thenComparing(MarketKey::region);

    /** The launches of the markets, one for each, as a database takes them beside {@link #regions}. */
    public static UUID[] launchIds(Collection<MarketKey> markets) {
        return markets.stream().map(MarketKey::launchId).toArray(UUID[]::new);
    }

    /** The regions of the markets, one for each, as a database takes them beside {@link #launchIds}. */
    public static String[] regions(Collection<MarketKey> markets) {
        return markets.stream().map(MarketKey::region).toArray(String[]::new);
    }

    @Override
    public int compareTo(MarketKey other) {
        return ORDER.compare(this, other);
    }
}
