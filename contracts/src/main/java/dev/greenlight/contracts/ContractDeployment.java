package dev.greenlight.contracts;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the topics and the schemas to where this version of the software needs them. Run at every deployment, before the
 * services; doing it again changes nothing.
 */
public final class ContractDeployment {
    private static final Logger log = LoggerFactory.getLogger(ContractDeployment.class);
    /**
     * How many bytes an event may have. A plan may have 2,000 requirements, each with two words of 100 letters of four bytes, so
     * Kafka's usual megabyte is too little; an event that the broker does not take would hold up its launch for good.
     */
    public static final int LARGEST_EVENT = 16 * 1024 * 1024;

    private static final int PARTITIONS = 6;
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private ContractDeployment() {}

    /**
     * Deploys to the broker and the registry named by the environment variables {@code SPRING_KAFKA_BOOTSTRAP_SERVERS} and
     * {@code GREENLIGHT_REGISTRY_URL}, the same ones that the services read.
     */
    public static void main(String[] args) {
        deploy(required("SPRING_KAFKA_BOOTSTRAP_SERVERS"), required("GREENLIGHT_REGISTRY_URL"));
    }

    /**
     * Creates the topics that are missing and registers every released schema.
     *
     * @param bootstrapServers Kafka's bootstrap servers
     * @param registryUrl base URL of the registry's Confluent-compatible interface
     * @throws IllegalStateException when the broker or the registry refuses or cannot be reached; its message says which
     */
    public static void deploy(String bootstrapServers, String registryUrl) {
        deployTopics(bootstrapServers);
        deploySchemas(registryUrl);
    }

    private static void deployTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = wantedTopics().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            missing.forEach(topic -> log.info("Created topic {}", topic.name()));
            admin.incrementalAlterConfigs(largeEnough()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + bootstrapServers + " did not create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topics", e);
        }
    }

    private static List<NewTopic> wantedTopics() {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            wanted.add(keepingEverything(topic.topicName()));
            wanted.add(keepingEverything(topic.deadLetterTopicName()));
        }
        return wanted;
    }

    /** Also of topics that an earlier version has created. */
    private static Map<ConfigResource, Collection<AlterConfigOp>> largeEnough() {
        ConfigEntry size = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_EVENT));
        return wantedTopics().stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic -> List.of(new AlterConfigOp(size, AlterConfigOp.OpType.SET))));
    }

    private static NewTopic keepingEverything(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
    }

    private static void deploySchemas(String registryUrl) {
        SchemaRegistryClient registry = EventSerdes.registryClient(registryUrl);
        try {
            for (Topic topic : Topic.values()) {
                for (Schema version : ReleasedSchemas.of(topic)) {
                    int id = registry.register(topic.subject(), new AvroSchema(version));
                    log.info("Schema {} has id {}", topic.subject(), id);
                }
                registry.updateCompatibility(topic.subject(), COMPATIBILITY);
            }
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("The schema registry at " + registryUrl + " did not take the schemas", e);
        }
    }

    private static String required(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new IllegalStateException("Set " + variable + "; "
                        + Arrays.asList("SPRING_KAFKA_BOOTSTRAP_SERVERS", "GREENLIGHT_REGISTRY_URL") + " are needed"));
    }
}
