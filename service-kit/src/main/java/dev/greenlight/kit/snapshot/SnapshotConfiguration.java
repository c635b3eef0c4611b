package dev.greenlight.kit.snapshot;

import dev.greenlight.contracts.ContractDeployment;
import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry's client, and the consumers of snapshots. */
@Configuration(proxyBeanMethods = false)
public class SnapshotConfiguration {
    private static final int POLL_RECORDS = 500;
    private static final int DEAD_LETTER_BLOCK_MILLIS = 5_000;

    @Bean
    SchemaRegistryClient schemaRegistryClient(@Value("${greenlight.registry.url}") String registryUrl) {
        return EventSerdes.registryClient(registryUrl);
    }

    @Bean
    KafkaAvroSerializer eventSerializer(
            SchemaRegistryClient registry, @Value("${greenlight.registry.url}") String registryUrl) {
        return EventSerdes.serializer(registry, registryUrl);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaProperties properties,
            KafkaConnectionDetails kafka,
            JdbcClient jdbc,
            Clock clock,
            @Value("${spring.application.name}") String serviceName) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ContractDeployment.LARGEST_EVENT);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DEAD_LETTER_BLOCK_MILLIS);
        DeadLetterPublishingRecoverer publisher = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())),
                (record, failure) -> new TopicPartition(deadLetterTopic(record.topic()), -1));
        publisher.setFailIfSendResultIsError(true);
        return new DeadLetters(publisher, jdbc, clock, serviceName);
    }

    @Bean
    SnapshotConsumers snapshotConsumers(
            ObjectProvider<Subscription<?>> subscriptions,
            KafkaProperties properties,
            KafkaConnectionDetails kafka,
            SchemaRegistryClient registry,
            TransactionTemplate transactions,
            DeadLetters deadLetters,
            Clock clock,
            @Value("${greenlight.registry.url}") String registryUrl,
            @Value("${greenlight.consumer.group:${spring.application.name}}") String group) {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return new SnapshotConsumers(
                List.copyOf(subscriptions.orderedStream().toList()),
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                () -> EventSerdes.deserializer(registry, registryUrl),
                transactions,
                deadLetters,
                clock,
                group);
    }

    @Bean
    ConsumerHealth consumersHealthIndicator(SnapshotConsumers consumers, DeadLetters deadLetters) {
        return new ConsumerHealth(consumers, deadLetters);
    }

    private static String deadLetterTopic(String topic) {
        return List.of(Topic.values()).stream()
                .filter(known -> known.topicName().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is consumed from " + topic))
                .deadLetterTopicName();
    }
}
