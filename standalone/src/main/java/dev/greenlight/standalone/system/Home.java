package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.PlatformDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The one directory in which the embedded default keeps everything: {@code data}, {@code logs} with one log for each part,
 * and {@code run} with what is known of the running processes and the generated passwords.
 */
public record Home(Path root) {
    /** Environment variable that names another directory than {@code .greenlight} in the project's. */
    public static final String VARIABLE = "GREENLIGHT_HOME";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** The directory that {@value #VARIABLE} names, else {@code .greenlight} in the project's directory. */
    public static Home locate(Map<String, String> environment) {
        return new Home(Optional.ofNullable(environment.get(VARIABLE))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .orElseGet(() -> PlatformDirectory.projectDirectory().resolve(".greenlight")));
    }

    /** Where a part keeps its data. */
    public Path data(String part) {
        return data().resolve(part);
    }

    /** The data of all parts. */
    public Path data() {
        return root.resolve("data");
    }

    /** The log of a part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** The logs of all parts. */
    public Path logs() {
        return root.resolve("logs");
    }

    Path run() {
        return root.resolve("run");
    }

    /** What the supervisor says while it starts and stops; one line for each step. */
    public Path narration() {
        return run().resolve("narration.log");
    }

    Path state() {
        return run().resolve("state.properties");
    }

    Path lock() {
        return run().resolve("supervisor.lock");
    }

    Path supervisorPid() {
        return run().resolve("supervisor.pid");
    }

    Path secrets() {
        return run().resolve("secrets.properties");
    }

    /** Makes the directories that are missing. */
    public Home make() {
        try {
            Files.createDirectories(data());
            Files.createDirectories(logs());
            Files.createDirectories(run());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + root, e);
        }
    }
}
