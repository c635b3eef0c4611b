package dev.greenlight.simulation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How often things happened: a simulation in which nothing happens proves nothing. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void add(Tally other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    /** How often this happened. */
    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All that happened, in the order of the alphabet. */
    public void forEach(BiConsumer<String, Long> reader) {
        counts.forEach(reader);
    }
}
