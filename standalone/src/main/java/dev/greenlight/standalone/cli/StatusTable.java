package dev.greenlight.standalone.cli;

import java.util.List;
import java.util.Locale;

/** The parts as a table for a terminal. */
final class StatusTable {
    private static final String FORMAT = "%-24s %-10s %8s %6s %9s %9s%n";
    private static final long MEBI = 1_024 * 1_024;

    private StatusTable() {}

    enum Health {
        UP("up"),
        NOT_READY("not ready"),
        DOWN("down");

        private final String words;

        Health(String words) {
            this.words = words;
        }
    }

    /**
     * One part.
     *
     * @param pid 0 when it has no process
     * @param port 0 when it has none
     * @param memory bytes, 0 when unknown
     */
    record Row(String name, Health health, long pid, int port, long memory, int restarts) {}

    static String of(List<Row> rows) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, FORMAT, "part", "health", "pid", "port", "memory", "restarts"));
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    FORMAT,
                    row.name(),
                    row.health().words,
                    row.pid() == 0 ? "–" : Long.toString(row.pid()),
                    row.port() == 0 ? "–" : Integer.toString(row.port()),
                    memory(row.memory()),
                    Integer.toString(row.restarts())));
        }
        long all = rows.stream().mapToLong(Row::memory).sum();
        table.append(String.format(Locale.ROOT, FORMAT, "in all", "", "", "", memory(all), ""));
        return table.toString();
    }

    private static String memory(long bytes) {
        return bytes == 0 ? "–" : bytes / MEBI + " MB";
    }
}
