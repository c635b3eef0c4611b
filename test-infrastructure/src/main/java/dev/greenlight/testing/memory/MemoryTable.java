package dev.greenlight.testing.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by their key, in the order of the keys. */
public final class MemoryTable<K extends Comparable<K>, V> {
    private final MemoryDatabase database;
    private final TreeMap<K, V> rows = new TreeMap<>();

    /** An empty table of a database. */
    public MemoryTable(MemoryDatabase database) {
        this.database = database;
    }

    /** The row; empty when there is none. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Those of the rows that there are, in the order of the keys. */
    public Stream<V> get(Collection<K> keys) {
        return keys.stream().distinct().sorted().flatMap(key -> get(key).stream());
    }

    /** All rows in the order of their keys. */
    public Collection<V> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** All rows by their keys. */
    public Map<K, V> byKey() {
        return Collections.unmodifiableMap(rows);
    }

    /** Writes a row, whether it was there or not. */
    public void put(K key, V row) {
        @Nullable V before = rows.put(key, row);
        database.wrote(() -> restore(key, before));
    }

    /** Takes a row away. */
    public void remove(K key) {
        @Nullable V before = rows.remove(key);
        database.wrote(() -> restore(key, before));
    }

    /** Whether the row is there. */
    public boolean has(K key) {
        return rows.containsKey(key);
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
