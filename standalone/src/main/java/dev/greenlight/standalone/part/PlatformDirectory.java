package dev.greenlight.standalone.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The directory {@code standalone/target/platform} that the build fills with the genuine parts: {@code lib} (the broker and
 * what the command line needs), {@code registry}, {@code postgres}. What is unpacked or derived from them at run time is
 * kept there as well.
 */
public record PlatformDirectory(Path root) {
    /** System property that names the project's directory. */
    public static final String PROJECT_PROPERTY = "greenlight.root";

    private static final String WITHIN_PROJECT = "standalone/target/platform";
    private static final String HOW_TO_BUILD = "build it with: mvn -pl standalone -am process-resources";

    public PlatformDirectory {
        if (!Files.isDirectory(root.resolve("lib"))) {
            throw new PartFailure("The embedded parts are not in " + root + "; " + HOW_TO_BUILD);
        }
        try {
            // Class archives are known by where their classes lie; links must not make two of one.
            root = root.toRealPath();
        } catch (IOException e) {
            throw new PartFailure("Cannot look into " + root, e);
        }
    }

    /**
     * That of the project named by the system property {@value #PROJECT_PROPERTY}, else of the one around the working
     * directory.
     *
     * @throws PartFailure when there is none, saying how it is built
     */
    public static PlatformDirectory locate() {
        return new PlatformDirectory(projectDirectory().resolve(WITHIN_PROJECT));
    }

    /**
     * The top of the project's tree.
     *
     * @throws PartFailure when the working directory is not inside of it and nothing names it
     */
    public static Path projectDirectory() {
        String named = System.getProperty(PROJECT_PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(directory -> Files.isDirectory(directory.resolve("standalone"))
                        && Files.isRegularFile(directory.resolve("pom.xml")))
                .findFirst()
                .orElseThrow(() -> new PartFailure(
                        "Greenlight's project directory is not around the working directory; name it with -D"
                                + PROJECT_PROPERTY + "=…"));
    }

    /** Every jar of the broker, as a class path. */
    String brokerClassPath() {
        return root.resolve("lib") + "/*";
    }

    Path brokerLibraries() {
        return root.resolve("lib");
    }

    Path registryJar() {
        return onlyFile("registry", "-runner.jar");
    }

    Path postgresArchive() {
        return onlyFile("postgres", ".txz");
    }

    Path postgresHome() {
        return root.resolve("postgres").resolve("unpacked");
    }

    Path classArchives() {
        return root.resolve("cds");
    }

    /**
     * A jar with {@link Tether} alone: class archives can't be made of a class path with directories in it, and the tests'
     * has one.
     */
    Path tetherJar() {
        Path jar = root.resolve("tether.jar");
        if (!Files.exists(jar)) {
            try {
                writeTetherJar(jar);
            } catch (IOException e) {
                throw new PartFailure("Cannot write " + jar, e);
            }
        }
        return jar;
    }

    private void writeTetherJar(Path jar) throws IOException {
        String entry = Tether.class.getName().replace('.', '/') + ".class";
        Path unfinished = Files.createTempFile(root, "tether", ".jar");
        try (OutputStream file = Files.newOutputStream(unfinished);
                JarOutputStream out = new JarOutputStream(file);
                InputStream code = Tether.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(code, entry).transferTo(out);
            out.closeEntry();
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            // Without replacing: another JVM may have been quicker, and a process may have its jar open already.
            Files.createLink(jar, unfinished);
        } catch (FileAlreadyExistsException quicker) {
            // It is the same.
            Objects.requireNonNull(quicker);
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.delete(unfinished);
        }
    }

    private Path onlyFile(String directory, String suffix) {
        try (Stream<Path> files = Files.list(root.resolve(directory))) {
            Optional<Path> file = files.filter(candidate -> candidate.toString().endsWith(suffix))
                    .findFirst();
            return file.orElseThrow(
                    () -> new PartFailure("No *" + suffix + " in " + root.resolve(directory) + "; " + HOW_TO_BUILD));
        } catch (IOException e) {
            throw new PartFailure("Cannot read " + root.resolve(directory) + "; " + HOW_TO_BUILD, e);
        }
    }
}
