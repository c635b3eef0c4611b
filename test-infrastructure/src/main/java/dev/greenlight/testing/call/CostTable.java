package dev.greenlight.testing.call;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Times of the same things at several sizes, all from one run, as a table for people. */
public final class CostTable {
    private static final int WARM_UPS = 10;
    private static final int RUNS = 21;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String what;
    private final Map<String, Map<Integer, Double>> millis = new LinkedHashMap<>();

    /**
     * No time yet.
     *
     * @param what is counted by the sizes
     */
    public CostTable(String what) {
        this.what = what;
    }

    /** Does each thing some times and keeps the median of its times. */
    public void measure(int size, Map<String, Runnable> things) {
        things.forEach((name, thing) -> {
            for (int i = 0; i < WARM_UPS; i++) {
                thing.run();
            }
            long[] nanos = new long[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                thing.run();
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            millis.computeIfAbsent(name, it -> new LinkedHashMap<>()).put(size, nanos[RUNS / 2] / NANOS_PER_MILLI);
        });
    }

    /** The table in Markdown: median milliseconds, and the last as a multiple of the first. */
    public String text() {
        List<Integer> sizes = List.copyOf(new TreeSet<>(
                millis.values().stream().flatMap(it -> it.keySet().stream()).toList()));
        StringBuilder table = new StringBuilder("| " + what + " |");
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
        table.append(" last ÷ first |\n|")
                .append(" --- |".repeat(sizes.size() + 2))
                .append('\n');
        millis.forEach((name, times) -> {
            table.append("| ").append(name).append(" |");
            List<Double> row = List.copyOf(times.values());
            row.forEach(time -> table.append(String.format(Locale.ROOT, " %.1f ms |", time)));
            table.append(String.format(Locale.ROOT, " %.1f |%n", row.get(row.size() - 1) / row.get(0)));
        });
        return table.toString();
    }
}
