package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.system.Narrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** What the supervisor in the background tells whoever waits for it: a file with one line for each step. */
final class Narration {
    /** The line after which everything is up. */
    static final String READY = "ready";
    /** The line after which everything is down. */
    static final String STOPPED = "stopped";

    private static final String SYSTEM = "*";
    private static final long POLL_MS = 100;

    private final Path file;
    private int linesSeen;

    Narration(Path file) {
        this.file = file;
    }

    /** Writes what happens to the file. */
    Narrator writer() {
        return this::write;
    }

    void write(String part, String what) {
        String line = part + "\t" + what.replace('\n', ' ') + "\n";
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Writes that everything is up or down. */
    void writeMilestone(String milestone) {
        write(SYSTEM, milestone);
    }

    /** Passes over what has been told so far. */
    Narration fromNow() throws IOException {
        linesSeen = Files.exists(file) ? Files.readAllLines(file).size() : 0;
        return this;
    }

    /** Prints what is told until the milestone; false when the teller is gone before. */
    boolean follow(String milestone, ProcessHandle teller) throws IOException, InterruptedException {
        while (true) {
            boolean gone = !teller.isAlive();
            if (Files.exists(file)) {
                // Only whole lines: the last one may be in the making.
                String text = Files.readString(file);
                String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", 0);
                for (; linesSeen < lines.length; linesSeen++) {
                    String[] line = lines[linesSeen].split("\t", 2);
                    if (line.length == 2 && line[0].equals(SYSTEM) && line[1].equals(milestone)) {
                        return true;
                    }
                    if (line.length == 2 && !line[0].equals(SYSTEM)) {
                        print(line[0], line[1]);
                    }
                }
            }
            if (gone) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    static void print(String part, String what) {
        System.out.printf("  %-24s %s%n", part, what);
    }
}
