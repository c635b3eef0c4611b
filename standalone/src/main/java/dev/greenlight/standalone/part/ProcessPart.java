package dev.greenlight.standalone.part;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all parts have in common: a child process, a log, and waiting for either to say that it is ready. */
abstract class ProcessPart implements Part {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LINES_SHOWN = 15;
    private static final int LINES_SEARCHED = 500;
    private static final int ERRORS_SHOWN = 5;
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL)\\b|^Caused by: ");

    private final String name;
    private final int port;
    private final Path directory;
    private final Path log;
    /** Changed under the lock; read without it, so that asking does not wait for a start or a stop that is under way. */
    private volatile @Nullable Process process;

    /**
     * @param directory where it keeps its data; made when missing
     * @param log where its output is appended to
     */
    ProcessPart(String name, int port, Path directory, Path log) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("No TCP port: " + port);
        }
        this.name = name;
        this.port = port;
        this.directory = directory.toAbsolutePath();
        this.log = log.toAbsolutePath();
    }

    /** Makes ready what the process needs, and returns its command line. */
    abstract List<String> prepare(Progress progress) throws IOException, InterruptedException;

    /** Variables that the process gets in addition to those of this one. */
    Map<String, String> environment() {
        return Map.of();
    }

    /** Asks the process to end in order. */
    void requestStop(Process running) throws IOException, InterruptedException {
        running.destroy();
    }

    /** Called once the process has ended. */
    void ended(boolean inOrder) throws IOException, InterruptedException {}

    /** Called once, when the process has answered as ready for the first time after its launch. */
    void becameReady() throws IOException, InterruptedException {}

    final Path directory() {
        return directory;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    @Override
    public final synchronized void start(Progress progress) {
        if (process().isPresent()) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(prepare(progress))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment());
            progress.begins("starting");
            process = builder.start();
        } catch (IOException e) {
            throw new PartFailure(name + " cannot be launched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public final void awaitReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!isReady()) {
                if (process().isEmpty()) {
                    throw new PartFailure(name + " ended while it started" + exitCode() + ". " + lastLines());
                }
                if (System.nanoTime() > end) {
                    throw new PartFailure(
                            name + " is not ready after " + limit.toSeconds() + " seconds. " + lastLines());
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
            becameReady();
        } catch (IOException e) {
            throw new PartFailure(name + " does not answer as it should: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public final synchronized void stop(Duration limit) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            boolean inOrder = true;
            if (running.isAlive()) {
                requestStop(running);
                inOrder = running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!inOrder) {
                    forceEnd(running);
                }
            }
            process = null;
            ended(inOrder);
        } catch (IOException e) {
            throw new PartFailure(name + " cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public final synchronized void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            forceEnd(running);
            process = null;
            ended(false);
        } catch (IOException e) {
            throw new PartFailure(name + " cannot be cleared away: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void forceEnd(Process running) throws InterruptedException {
        List<ProcessHandle> descendants = running.descendants().toList();
        running.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        running.waitFor();
    }

    private String exitCode() {
        Process ended = process;
        return ended == null ? "" : " (exit code " + ended.exitValue() + ")";
    }

    /** The end of the log, and before it what the log calls an error: programs say much after what ended them. */
    private String lastLines() {
        try {
            List<String> lines = LogTail.of(log, LINES_SEARCHED);
            int shownFrom = Math.max(0, lines.size() - LINES_SHOWN);
            List<String> errors = lines.subList(0, shownFrom).stream()
                    .filter(line -> ERROR.matcher(line).find())
                    .toList();
            List<String> shown =
                    new ArrayList<>(errors.subList(Math.max(0, errors.size() - ERRORS_SHOWN), errors.size()));
            shown.addAll(lines.subList(shownFrom, lines.size()));
            return "The end of its log, " + log + ":" + System.lineSeparator()
                    + String.join(System.lineSeparator(), shown);
        } catch (IOException e) {
            return "Its log, " + log + ", cannot be read: " + e.getMessage();
        }
    }

    final PartFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PartFailure("Interrupted while dealing with " + name, e);
    }

    /** Runs a helper to its end, with its output in the part's log; answers its exit code. */
    final int run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    /** As {@link #run}, but a failure is one of the part. */
    final void runOrFail(String what, List<String> command) throws IOException, InterruptedException {
        int exitCode = run(command, Map.of());
        if (exitCode != 0) {
            throw new PartFailure(name + ": " + what + " failed (exit code " + exitCode + "). " + lastLines());
        }
    }
}
