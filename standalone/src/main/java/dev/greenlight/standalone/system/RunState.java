package dev.greenlight.standalone.system;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the supervisor writes down of the processes that it started, for {@code status}, and for whoever comes after it when it
 * was killed.
 */
public record RunState(long supervisor, List<PartState> parts) {
    public RunState {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param pid its process, or 0 when it has none now
     * @param startedAt when that process started, in milliseconds since 1970; tells it from a later one with the same id
     * @param restarts how often it ended by itself and was started again
     */
    public record PartState(String name, int port, long pid, long startedAt, int restarts) {
        /** The process, if it is still the one that was written down. */
        public Optional<ProcessHandle> process() {
            return pid == 0 ? Optional.empty() : ProcessHandle.of(pid).filter(process -> startOf(process) == startedAt);
        }
    }

    static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }

    /** What was written down last, if anything. */
    public static Optional<RunState> read(Home home) {
        if (!Files.exists(home.state())) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(home.state())) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + home.state(), e);
        }
        List<PartState> parts = new ArrayList<>();
        for (int i = 0; lines.containsKey(i + ".name"); i++) {
            parts.add(new PartState(
                    lines.getProperty(i + ".name"),
                    (int) number(lines, i + ".port"),
                    number(lines, i + ".pid"),
                    number(lines, i + ".startedAt"),
                    (int) number(lines, i + ".restarts")));
        }
        return Optional.of(new RunState(number(lines, "supervisor"), parts));
    }

    private static long number(Properties lines, String key) {
        return Long.parseLong(lines.getProperty(key, "0"));
    }

    /** Writes it down, so that a reader sees either all of it or what was there before. */
    void write(Home home) {
        Properties lines = new Properties();
        lines.setProperty("supervisor", Long.toString(supervisor));
        for (int i = 0; i < parts.size(); i++) {
            PartState part = parts.get(i);
            lines.setProperty(i + ".name", part.name());
            lines.setProperty(i + ".port", Integer.toString(part.port()));
            lines.setProperty(i + ".pid", Long.toString(part.pid()));
            lines.setProperty(i + ".startedAt", Long.toString(part.startedAt()));
            lines.setProperty(i + ".restarts", Integer.toString(part.restarts()));
        }
        try {
            StringWriter text = new StringWriter();
            lines.store(text, null);
            Path unfinished = home.run().resolve("state.unfinished");
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, home.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + home.state(), e);
        }
    }
}
