package dev.greenlight.testing;

import dev.greenlight.contracts.ContractDeployment;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;

/**
 * The broker, the registry and the database that the integration tests of one JVM share. They start when first asked for,
 * take about ten seconds, listen on ports that were free, and end with the JVM. Topics and schemas are deployed.
 *
 * <p>Topics are shared and keep everything: a test recognises its own events by ids that it made up. Databases are not:
 * each test class takes a fresh one.
 *
 * <p>They are containers where Docker answers, else processes; the system property {@value #SOURCE_PROPERTY} with the value
 * {@code docker} or {@code embedded} decides otherwise.
 */
public final class Platform {
    /** System property that chooses where the engines come from. */
    public static final String SOURCE_PROPERTY = "greenlight.test.platform";

    private static final String PASSWORD = "test";

    private final AtomicInteger databases = new AtomicInteger();
    private final Engines engines;

    private Platform(Engines engines) {
        this.engines = engines;
        System.out.println("Integration tests run on " + engines.description());
    }

    /**
     * The one of this JVM.
     *
     * @throws dev.greenlight.standalone.part.PartFailure when a part does not start, with the end of its log
     */
    public static Platform shared() {
        return Holder.PLATFORM;
    }

    /** Kafka's bootstrap servers; the same after a restart. */
    public String bootstrapServers() {
        return engines.bootstrapServers();
    }

    /** Base URL of the registry's Confluent-compatible interface; the same after a restart. */
    public String registryUrl() {
        return engines.registryUrl();
    }

    /**
     * An empty database.
     *
     * @param name what its name begins with: a letter, then letters, digits and underscores, lower case, at most 50
     */
    public Database freshDatabase(String name) {
        String unique = name + "_" + databases.incrementAndGet();
        engines.createDatabase(unique, PASSWORD);
        return new Database(engines.jdbcUrl(unique), unique, PASSWORD);
    }

    /** The broker, for tests that take it away. */
    public Engine kafka() {
        return engines.kafka();
    }

    /** The registry, for tests that take it away. */
    public Engine registry() {
        return engines.registry();
    }

    /** The database server, for tests that take it away. */
    public Engine postgres() {
        return engines.postgres();
    }

    private static Platform start() {
        Engines engines = useDocker() ? ContainerEngines.start() : EmbeddedEngines.start();
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "platform-shutdown"));
        ContractDeployment.deploy(engines.bootstrapServers(), engines.registryUrl());
        return new Platform(engines);
    }

    private static boolean useDocker() {
        return switch (System.getProperty(SOURCE_PROPERTY, "")) {
            case "docker" -> true;
            case "embedded" -> false;
            case "" ->
                DockerSocket.mayBeThere() && DockerClientFactory.instance().isDockerAvailable();
            default ->
                throw new IllegalArgumentException(
                        SOURCE_PROPERTY + " is docker or embedded, not " + System.getProperty(SOURCE_PROPERTY));
        };
    }

    private static final class Holder {
        private static final Platform PLATFORM = start();
    }
}
