package dev.greenlight.standalone.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class data sharing archive of one part. The first process that ends in order leaves it behind; later ones start in
 * about half the time. It is named after what it is made of, so that another JDK or library gets another archive.
 */
final class ClassArchive {
    private final String part;
    private final Path archive;
    private final Path unfinished;

    private ClassArchive(String part, Path archive) {
        this.part = part;
        this.archive = archive;
        this.unfinished = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    /**
     * @param directory where archives are kept
     * @param part the part's name
     * @param classPath jars, or directories of jars, that keep their size and time as long as they keep their content
     * @param version what tells contents apart that size and time don't; may be empty
     */
    static ClassArchive of(Path directory, String part, List<Path> classPath, String version) {
        try {
            Files.createDirectories(directory);
            return new ClassArchive(part, directory.resolve(part + "-" + fingerprint(classPath, version) + ".jsa"));
        } catch (IOException e) {
            throw new PartFailure("Cannot prepare the class archive of " + part + " in " + directory, e);
        }
    }

    /** What the JVM is to be told: to use the archive, or to write it when it ends. */
    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        options.add(
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + unfinished);
        return options;
    }

    /** To be called when the process has ended: makes an archive that it wrote available to the next one. */
    void settle() throws IOException {
        if (Files.exists(unfinished)) {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            deleteOthers();
        }
    }

    /** Those of other versions, and what launchers that were killed left; a process that has one open keeps it. */
    private void deleteOthers() throws IOException {
        Path directory = Objects.requireNonNull(archive.getParent());
        Pattern name = Pattern.compile(Pattern.quote(part) + "-[0-9a-f]+\\.jsa(?:\\.(\\d+)-\\d+)?");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(candidate -> !candidate.equals(archive)).toList()) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches() && !isBeingWritten(Optional.ofNullable(matcher.group(1)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isBeingWritten(Optional<String> launcher) {
        return launcher.map(Long::parseLong).flatMap(ProcessHandle::of).isPresent();
    }

    /** To be called when the process was ended by force: what it may have begun to write is of no use. */
    void discard() throws IOException {
        Files.deleteIfExists(unfinished);
    }

    private static String fingerprint(List<Path> classPath, String version) throws IOException {
        StringBuilder madeOf = new StringBuilder(version);
        madeOf.append('\n').append(System.getProperty("java.vm.version"));
        for (Path entry : classPath) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    madeOf.append('\n').append(file).append(' ').append(Files.size(file));
                    madeOf.append(' ').append(Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(madeOf.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
