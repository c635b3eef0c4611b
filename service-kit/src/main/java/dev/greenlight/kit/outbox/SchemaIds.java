package dev.greenlight.kit.outbox;

import dev.greenlight.contracts.ReleasedSchemas;
import dev.greenlight.contracts.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Learns the ids of all schemas when the service starts, and tries until the registry has told them. From then on the client
 * knows them by heart, and a registry that is away costs no caller anything.
 */
public final class SchemaIds implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(SchemaIds.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final SchemaRegistryClient registry;
    private volatile @Nullable String trouble = "The schema registry was not asked yet";
    private @Nullable Thread thread;

    SchemaIds(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public Health health() {
        String current = trouble;
        return current == null
                ? Health.up().build()
                : Health.down().withDetail("trouble", current).build();
    }

    @Override
    public void start() {
        Thread learner = new Thread(this::learnAll, "schema-ids");
        learner.setDaemon(true);
        learner.start();
        thread = learner;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void learnAll() {
        Set<Topic> unknown = EnumSet.allOf(Topic.class);
        while (!unknown.isEmpty()) {
            unknown.removeIf(this::learn);
            if (!unknown.isEmpty()) {
                try {
                    Thread.sleep(RETRY_PAUSE.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
        trouble = null;
    }

    private boolean learn(Topic topic) {
        List<Schema> released = ReleasedSchemas.of(topic);
        try {
            registry.getId(topic.subject(), new AvroSchema(released.get(released.size() - 1)));
            return true;
        } catch (IOException | RestClientException e) {
            trouble = "The schema registry does not know " + topic.subject() + " yet: " + e.getMessage();
            log.warn("{}", trouble);
            return false;
        }
    }
}
