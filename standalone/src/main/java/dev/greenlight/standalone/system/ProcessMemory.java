package dev.greenlight.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes occupy: their proportional share (PSS), so that what several share counts once. */
public final class ProcessMemory {
    private static final long KIBI = 1_024;

    private ProcessMemory() {}

    /** Bytes of a process and all that descend from it; empty where the system doesn't tell. */
    public static OptionalLong withDescendants(ProcessHandle process) {
        long sum = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::share)
                .sum();
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** Bytes of a process without those that it started. */
    public static OptionalLong alone(ProcessHandle process) {
        long share = share(process);
        return share == 0 ? OptionalLong.empty() : OptionalLong.of(share);
    }

    private static long share(ProcessHandle process) {
        Path summary = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(summary)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * KIBI;
        } catch (IOException | UncheckedIOException endedOrNotTold) {
            return 0;
        }
    }
}
