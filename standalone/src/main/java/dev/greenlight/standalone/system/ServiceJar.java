package dev.greenlight.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The executable jar of a module, where Maven leaves it. */
final class ServiceJar {
    private ServiceJar() {}

    /** {@code <module>/target/<module>-<version>.jar}, when it has been packaged. */
    static Optional<Path> of(Path project, String module) {
        Path target = project.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        Pattern name = Pattern.compile(Pattern.quote(module) + "-\\d[\\w.]*(-SNAPSHOT)?\\.jar");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .max((one, other) -> modified(one).compareTo(modified(other)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file, e);
        }
    }
}
