package dev.greenlight.kit.outbox;

import dev.greenlight.contracts.ContractDeployment;
import dev.greenlight.kit.signal.DedicatedConnections;
import dev.greenlight.kit.signal.Signals;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox and its relay. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {
    private static final int MAX_BLOCK_MILLIS = 5_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 15_000;

    @Bean
    EventIds eventIds() {
        return new EventIds();
    }

    @Bean
    SchemaIds registryHealthIndicator(SchemaRegistryClient registry) {
        return new SchemaIds(registry);
    }

    @Bean
    OutboxRelay outboxRelay(
            DedicatedConnections connections,
            KafkaProperties properties,
            KafkaConnectionDetails kafka,
            Signals signals,
            Clock clock) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ContractDeployment.LARGEST_EVENT);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        return new OutboxRelay(connections, () -> new KafkaProducer<>(settings), signals, clock);
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, KafkaAvroSerializer serializer, OutboxRelay relay, Clock clock) {
        return new JdbcOutbox(jdbc, serializer, relay, clock);
    }

    @Bean
    OutboxHealth outboxHealthIndicator(OutboxRelay relay, JdbcClient jdbc, Clock clock) {
        return new OutboxHealth(relay, jdbc, clock);
    }
}
