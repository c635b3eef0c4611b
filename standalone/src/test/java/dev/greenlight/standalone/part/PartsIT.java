package dev.greenlight.standalone.part;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final PlatformDirectory platform = PlatformDirectory.locate();

    @TempDir
    private Path directory;

    private Optional<Part> started = Optional.empty();

    @AfterEach
    void leaveNothingRunning() {
        started.ifPresent(part -> part.stop(Duration.ofSeconds(60)));
    }

    @Test
    void postgresKeepsItsDataWhenItIsStoppedAndWhenItIsKilled() throws SQLException {
        PostgresPart postgres = start(postgres());
        postgres.ensureDatabase("shop", "it's secret");
        try (Connection shop = shop(postgres);
                Statement statement = shop.createStatement()) {
            statement.execute("CREATE TABLE item (name text)");
            statement.execute("INSERT INTO item VALUES ('kept')");
        }

        postgres.stop(LIMIT);
        postgres.startAndAwait(Progress.SILENT, LIMIT);
        assertThat(items(postgres)).isEqualTo(1);

        postgres.kill();
        assertThat(postgres.process()).isEmpty();
        postgres.startAndAwait(Progress.SILENT, LIMIT);
        assertThat(items(postgres)).isEqualTo(1);
    }

    @Test
    void postgresForcesEveryCommitToDisk() throws SQLException {
        PostgresPart postgres = start(postgres());
        postgres.ensureDatabase("shop", "it's secret");

        assertThat(setting(postgres, "fsync")).isEqualTo("on");
        assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(postgres, "server_version")).startsWith("18");
    }

    @Test
    void postgresLetsNobodyInWithoutThePassword() {
        PostgresPart postgres = start(postgres());
        postgres.ensureDatabase("shop", "it's secret");

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("shop"), "shop", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void anOwnerEntersNoOtherDatabase() {
        PostgresPart postgres = start(postgres());
        postgres.ensureDatabase("shop", "it's secret");
        postgres.ensureDatabase("bank", "also secret");

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("bank"), "shop", "it's secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void postgresStopsAServerThatWasLeftOverBeforeItStarts() throws SQLException {
        PostgresPart forgotten = postgres();
        forgotten.startAndAwait(Progress.SILENT, LIMIT);
        ProcessHandle leftOver = forgotten.process().orElseThrow();

        PostgresPart postgres = start(new PostgresPart(
                platform, directory.resolve("postgres"), log("second"), forgotten.port(), "superuser"));
        postgres.ensureDatabase("shop", "it's secret");

        assertThat(leftOver.isAlive()).isFalse();
        assertThat(setting(postgres, "fsync")).isEqualTo("on");
    }

    @Test
    void kafkaKeepsItsRecordsWhenItIsStoppedAndWhenItIsKilled() throws Exception {
        KafkaPart kafka = start(new KafkaPart(
                platform, directory.resolve("kafka"), log("kafka"), LoopbackPort.free(), LoopbackPort.free()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1)))
                    .all()
                    .get(30, SECONDS);
        }
        produce(kafka, "first");

        kafka.stop(LIMIT);
        kafka.startAndAwait(Progress.SILENT, LIMIT);
        produce(kafka, "second");
        kafka.kill();
        kafka.startAndAwait(Progress.SILENT, LIMIT);

        assertThat(recordsIn(kafka)).isEqualTo(2);
    }

    @Test
    void theRegistryKeepsItsSchemasAndRefusesWhatIsIncompatible() throws Exception {
        RegistryPart registry =
                start(new RegistryPart(platform, directory.resolve("registry"), log("registry"), LoopbackPort.free()));
        String compatibility = get(registry.url() + "/config").body();
        assertThat(compatibility).contains("FULL_TRANSITIVE");
        assertThat(register(registry, "int").statusCode()).isEqualTo(200);

        registry.kill();
        registry.startAndAwait(Progress.SILENT, LIMIT);

        assertThat(get(registry.url() + "/subjects").body()).isEqualTo("[\"thing-value\"]");
        assertThat(register(registry, "string").statusCode()).isEqualTo(409);
    }

    @Test
    void aPartThatCannotStartShowsTheEndOfItsLog() {
        Part noService = new ServicePart(
                platform, "ghost", platform.tetherJar(), directory, log("ghost"), LoopbackPort.free(), Map.of());

        assertThatThrownBy(() -> noService.start(Progress.SILENT))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("ghost: unpacking")
                .hasMessageContaining("JarLauncher");
    }

    @Test
    void aPartThatEndsWhileItStartsShowsTheEndOfItsLog() {
        RegistryPart first =
                start(new RegistryPart(platform, directory.resolve("registry"), log("registry"), LoopbackPort.free()));
        Part onTheSamePort =
                new KafkaPart(platform, directory.resolve("kafka"), log("kafka"), first.port(), LoopbackPort.free());
        onTheSamePort.start(Progress.SILENT);

        assertThatThrownBy(() -> onTheSamePort.awaitReady(LIMIT))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("kafka ended while it started")
                .hasMessageContaining("Address already in use");
    }

    private <P extends Part> P start(P part) {
        started = Optional.of(part);
        part.startAndAwait(Progress.SILENT, LIMIT);
        return part;
    }

    private PostgresPart postgres() {
        return new PostgresPart(
                platform, directory.resolve("postgres"), log("postgres"), LoopbackPort.free(), "superuser");
    }

    private Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    private static Connection shop(PostgresPart postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("shop"), "shop", "it's secret");
    }

    private static String setting(PostgresPart postgres, String name) throws SQLException {
        try (Connection shop = shop(postgres);
                Statement statement = shop.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int items(PostgresPart postgres) throws SQLException {
        try (Connection shop = shop(postgres);
                Statement statement = shop.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM item")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void produce(KafkaPart kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", "key", value)).get(30, SECONDS);
        }
    }

    private static long recordsIn(KafkaPart kafka) {
        TopicPartition facts = new TopicPartition("facts", 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            return consumer.endOffsets(List.of(facts)).getOrDefault(facts, 0L);
        }
    }

    private static HttpResponse<String> register(RegistryPart registry, String type)
            throws IOException, InterruptedException {
        String schema = """
                {"schema": "{\\"type\\": \\"record\\", \\"name\\": \\"Thing\\", \\"fields\\": [{\\"name\\": \\"a\\", \\"type\\": \\"%s\\"}]}"}
                """.formatted(type);
        return send(HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/thing-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(schema, StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
