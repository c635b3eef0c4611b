package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.part.LogTail;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the parts have written. */
@Command(name = "logs", description = "Shows the end of the logs, of one part or of all.")
final class LogsCommand implements Callable<Integer> {
    private static final String SUFFIX = ".log";
    private static final long POLL_MS = 200;

    @Parameters(arity = "0..1", paramLabel = "part", description = "such as kafka or launch-service; else all")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on as they grow, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            description = "How many lines of each (${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Surroundings.find().home().logs();
        List<Path> logs = chosen(directory);
        int width = logs.stream().mapToInt(log -> name(log).length()).max().orElse(0);
        List<Growing> growing = new ArrayList<>();
        for (Path log : logs) {
            String prefix = logs.size() == 1 ? "" : String.format("%-" + width + "s | ", name(log));
            growing.add(new Growing(log, prefix, Files.size(log)));
            LogTail.of(log, Math.max(1, lines)).forEach(line -> System.out.println(prefix + line));
        }
        while (follow) {
            for (Growing log : growing) {
                log.printWhatIsNew();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        return 0;
    }

    private List<Path> chosen(Path directory) throws IOException {
        List<Path> all = List.of();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                all = files.filter(file -> file.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList();
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There are no logs in " + directory + " yet.");
        }
        Optional<String> wanted = Optional.ofNullable(part);
        List<Path> chosen = all.stream()
                .filter(log -> wanted.map(name -> name.equals(name(log))).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no log of " + part + "; there are "
                    + String.join(", ", all.stream().map(LogsCommand::name).toList()) + ".");
        }
        return chosen;
    }

    private static String name(Path log) {
        String file = log.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    /** A log, and how much of it has been shown. */
    private static final class Growing {
        private final Path log;
        private final String prefix;
        private long shown;

        Growing(Path log, String prefix, long shown) {
            this.log = log;
            this.prefix = prefix;
            this.shown = shown;
        }

        void printWhatIsNew() throws IOException {
            if (!Files.exists(log) || Files.size(log) == shown) {
                return;
            }
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                shown = Math.min(shown, file.length());
                byte[] fresh = new byte[(int) Math.min(file.length() - shown, 1 << 20)];
                file.seek(shown);
                file.readFully(fresh);
                int whole = lastLineEnd(fresh);
                new String(fresh, 0, whole, StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> System.out.println(prefix + line));
                shown += whole;
            }
        }

        private static int lastLineEnd(byte[] bytes) {
            for (int i = bytes.length; i > 0; i--) {
                if (bytes[i - 1] == '\n') {
                    return i;
                }
            }
            return 0;
        }
    }
}
