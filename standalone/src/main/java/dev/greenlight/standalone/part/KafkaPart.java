package dev.greenlight.standalone.part;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A genuine Kafka broker with its own controller (KRaft), alone in its cluster, in a JVM of its own, on the loopback
 * address only. Its log is kept.
 */
public final class KafkaPart extends ProcessPart {
    private static final int ANSWER_WITHIN_MS = 1_000;
    private static final short API_VERSIONS = 18;

    private final PlatformDirectory platform;
    private final int controllerPort;
    private final ClassArchive classArchive;

    /**
     * @param directory where configuration and log segments are kept
     * @param log the broker's own output
     * @param port for clients
     * @param controllerPort for the broker's talk with its controller
     */
    public KafkaPart(PlatformDirectory platform, Path directory, Path log, int port, int controllerPort) {
        super("kafka", port, directory, log);
        this.platform = platform;
        this.controllerPort = controllerPort;
        this.classArchive = ClassArchive.of(
                platform.classArchives(), name(), List.of(platform.tetherJar(), platform.brokerLibraries()), "");
    }

    /** What clients are given to find it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    List<String> prepare(Progress progress) throws IOException, InterruptedException {
        Path properties = Files.writeString(directory().resolve("server.properties"), serverProperties());
        Path logging = Files.writeString(directory().resolve("logback.xml"), LOGGING);
        List<String> logOptions = List.of("-Dlogback.configurationFile=" + logging);
        if (!Files.exists(segments().resolve("meta.properties"))) {
            progress.begins("formatting the log directory");
            runOrFail(
                    "formatting the log directory",
                    JavaProcess.shortLived(
                            logOptions,
                            platform.brokerClassPath(),
                            "kafka.tools.StorageTool",
                            List.of("format", "--cluster-id=" + Uuid.randomUuid(), "--config=" + properties)));
        }
        List<String> options = new ArrayList<>(List.of("-Xms64m", "-Xmx320m"));
        options.addAll(logOptions);
        options.addAll(classArchive.jvmOptions());
        return JavaProcess.tethered(
                platform.tetherJar(),
                options,
                List.of(platform.brokerClassPath()),
                "kafka.Kafka",
                List.of(properties.toString()));
    }

    /** Whether it answers a request for its API versions, which it does once it has started altogether. */
    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), ANSWER_WITHIN_MS);
            socket.setSoTimeout(ANSWER_WITHIN_MS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(Short.BYTES + Short.BYTES + Integer.BYTES + Short.BYTES);
            request.writeShort(API_VERSIONS);
            request.writeShort(0);
            int correlationId = 1;
            request.writeInt(correlationId);
            request.writeShort(-1);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            answer.readInt();
            return answer.readInt() == correlationId;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    void ended(boolean inOrder) throws IOException {
        if (inOrder) {
            classArchive.settle();
        } else {
            classArchive.discard();
        }
    }

    private Path segments() {
        return directory().resolve("log");
    }

    private String serverProperties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                # Topics are made by deployment, with retention of their own.
                auto.create.topics.enable=false
                # One broker can hold one replica of anything.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Frugal: one machine, few clients.
                offsets.topic.num.partitions=10
                transaction.state.log.num.partitions=10
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=4194304
                # Consumers come one by one on one machine; waiting for more only costs time.
                group.initial.rebalance.delay.ms=0
                """.formatted(port(), controllerPort, segments());
    }

    private static final String LOGGING = """
            <configuration>
              <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{30}: %msg%n</pattern></encoder>
              </appender>
              <logger name="org.apache.kafka.common.config" level="WARN"/>
              <logger name="kafka.server.KafkaConfig" level="WARN"/>
              <root level="INFO"><appender-ref ref="console"/></root>
            </configuration>
            """;
}
