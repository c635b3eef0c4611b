package dev.greenlight.testing;

import dev.greenlight.standalone.part.FileTree;
import dev.greenlight.standalone.part.KafkaPart;
import dev.greenlight.standalone.part.LoopbackPort;
import dev.greenlight.standalone.part.Part;
import dev.greenlight.standalone.part.PlatformDirectory;
import dev.greenlight.standalone.part.PostgresPart;
import dev.greenlight.standalone.part.Progress;
import dev.greenlight.standalone.part.RegistryPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The same parts as those of the embedded default, on free ports, with data in a temporary directory. */
final class EmbeddedEngines implements Engines {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final String DIRECTORY_PREFIX = "greenlight-test-";
    private static final String SUPERUSER_PASSWORD = "test";

    private final Path directory;
    private final KafkaPart kafka;
    private final RegistryPart registry;
    private final PostgresPart postgres;

    private EmbeddedEngines(PlatformDirectory platform, Path directory) {
        this.directory = directory;
        Path logs = directory.resolve("logs");
        this.kafka = new KafkaPart(
                platform,
                directory.resolve("kafka"),
                logs.resolve("kafka.log"),
                LoopbackPort.free(),
                LoopbackPort.free());
        this.registry = new RegistryPart(
                platform, directory.resolve("registry"), logs.resolve("registry.log"), LoopbackPort.free());
        this.postgres = postgres(platform, directory);
    }

    static EmbeddedEngines start() {
        PlatformDirectory platform = PlatformDirectory.locate();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        clearAwayWhatKilledTestsLeft(platform, temporary);
        EmbeddedEngines engines = new EmbeddedEngines(
                platform,
                temporary.resolve(DIRECTORY_PREFIX + ProcessHandle.current().pid()));
        try {
            engines.parts().forEach(part -> part.start(Progress.SILENT));
            engines.parts().forEach(part -> part.awaitReady(START_LIMIT));
        } catch (RuntimeException e) {
            engines.parts().forEach(Part::kill);
            throw e;
        }
        return engines;
    }

    private static PostgresPart postgres(PlatformDirectory platform, Path directory) {
        return new PostgresPart(
                platform,
                directory.resolve("postgres"),
                directory.resolve("logs/postgres.log"),
                LoopbackPort.free(),
                SUPERUSER_PASSWORD);
    }

    /** A JVM that was killed takes its child JVMs along, but not PostgreSQL and the files. */
    private static void clearAwayWhatKilledTestsLeft(PlatformDirectory platform, Path temporary) {
        try (Stream<Path> directories = Files.list(temporary)) {
            for (Path directory :
                    directories.filter(EmbeddedEngines::isAbandoned).toList()) {
                postgres(platform, directory).stopLeftOver();
                FileTree.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear away what earlier tests left in " + temporary, e);
        }
    }

    private static boolean isAbandoned(Path directory) {
        String name = directory.getFileName().toString();
        if (!name.matches(DIRECTORY_PREFIX + "\\d+") || !Files.isWritable(directory)) {
            return false;
        }
        long owner = Long.parseLong(name.substring(DIRECTORY_PREFIX.length()));
        return owner == ProcessHandle.current().pid() || ProcessHandle.of(owner).isEmpty();
    }

    @Override
    public String description() {
        return "embedded parts: PostgreSQL on port " + postgres.port() + ", Kafka on " + kafka.port() + ", registry on "
                + registry.port() + ", data and logs in " + directory;
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public void createDatabase(String name, String password) {
        postgres.ensureDatabase(name, password);
    }

    @Override
    public Engine kafka() {
        return new PartEngine(kafka);
    }

    @Override
    public Engine registry() {
        return new PartEngine(registry);
    }

    @Override
    public Engine postgres() {
        return new PartEngine(postgres);
    }

    private List<Part> parts() {
        return List.of(postgres, kafka, registry);
    }

    @Override
    public void close() {
        parts().parallelStream().forEach(part -> part.stop(STOP_LIMIT));
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }

    private record PartEngine(Part part) implements Engine {
        @Override
        public void stop() {
            part.stop(STOP_LIMIT);
        }

        @Override
        public void kill() {
            part.kill();
        }

        @Override
        public void start() {
            part.startAndAwait(Progress.SILENT, START_LIMIT);
        }
    }
}
