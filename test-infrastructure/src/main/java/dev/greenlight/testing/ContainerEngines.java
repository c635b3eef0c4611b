package dev.greenlight.testing;

import com.github.dockerjava.api.DockerClient;
import dev.greenlight.standalone.part.LoopbackPort;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * Containers of the public images, or of others that speak the same: the system properties
 * {@code greenlight.test.postgres-image}, {@code …kafka-image} and {@code …registry-image} name them. Their ports on the host
 * are fixed when they are made, because one that is stopped and started again would else get another.
 */
final class ContainerEngines implements Engines {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "test";
    private static final int POSTGRES_PORT = 5432;
    private static final int KAFKA_PORT = 9092;
    private static final int REGISTRY_PORT = 8080;

    private final int postgresPort = LoopbackPort.free();
    private final int kafkaPort = LoopbackPort.free();
    private final int registryPort = LoopbackPort.free();
    private final Container postgres = new Container(image("postgres", "postgres:18"), postgresPort, POSTGRES_PORT);
    private final Container kafka = new Container(image("kafka", "apache/kafka:4.2.2"), kafkaPort, KAFKA_PORT);
    private final Container registry =
            new Container(image("registry", "apicurio/apicurio-registry:3.0.9"), registryPort, REGISTRY_PORT);

    private ContainerEngines() {
        postgres.withEnv("POSTGRES_PASSWORD", SUPERUSER_PASSWORD)
                // The image's server restarts once while it sets itself up.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2));
        kafka.withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + kafkaPort),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        registry.withEnv(Map.of(
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "h2",
                        "APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/registry;WRITE_DELAY=0"))
                .waitingFor(Wait.forHttp("/health/ready").forPort(REGISTRY_PORT));
    }

    static ContainerEngines start() {
        ContainerEngines engines = new ContainerEngines();
        Startables.deepStart(engines.postgres, engines.kafka, engines.registry).join();
        return engines;
    }

    private static DockerImageName image(String part, String usual) {
        return DockerImageName.parse(System.getProperty("greenlight.test." + part + "-image", usual));
    }

    @Override
    public String description() {
        return "containers: "
                + String.join(
                        ", ",
                        Stream.of(postgres, kafka, registry)
                                .map(GenericContainer::getDockerImageName)
                                .toList());
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    @Override
    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
    }

    @Override
    public void createDatabase(String name, String password) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, SUPERUSER_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be made", e);
        }
    }

    @Override
    public Engine kafka() {
        return kafka;
    }

    @Override
    public Engine registry() {
        return registry;
    }

    @Override
    public Engine postgres() {
        return postgres;
    }

    @Override
    public void close() {
        Stream.of(postgres, kafka, registry).parallel().forEach(Container::remove);
    }

    /** A container that can be stopped and started; {@code GenericContainer} itself would throw it away. */
    private static final class Container extends GenericContainer<Container> implements Engine {
        private final WaitStrategy listening = Wait.forListeningPort();

        Container(DockerImageName image, int hostPort, int containerPort) {
            super(image);
            withExposedPorts(containerPort);
            setPortBindings(List.of("127.0.0.1:" + hostPort + ":" + containerPort));
            withStartupTimeout(START_LIMIT);
        }

        @Override
        public void start() {
            if (getContainerId() == null) {
                super.start();
            } else if (!isRunning()) {
                docker().startContainerCmd(getContainerId()).exec();
                listening.withStartupTimeout(START_LIMIT).waitUntilReady(this);
            }
        }

        @Override
        public void stop() {
            if (isRunning()) {
                docker().stopContainerCmd(getContainerId()).withTimeout(25).exec();
            }
        }

        @Override
        public void kill() {
            docker().killContainerCmd(getContainerId()).exec();
        }

        private void remove() {
            super.stop();
        }

        private static DockerClient docker() {
            return DockerClientFactory.instance().client();
        }
    }
}
