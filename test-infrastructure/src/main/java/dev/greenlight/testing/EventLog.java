package dev.greenlight.testing;

import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics as a test sees them: it reads what services have published and publishes as another service would. Safe for use
 * by one thread at a time.
 */
public final class EventLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Platform platform;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;

    /** The topics of the platform. */
    public EventLog(Platform platform) {
        this.platform = platform;
        SchemaRegistryClient registry = EventSerdes.registryClient(platform.registryUrl());
        this.serializer = EventSerdes.serializer(registry, platform.registryUrl());
        this.deserializer = EventSerdes.deserializer(registry, platform.registryUrl());
    }

    /** Everything on the topic until now that is such a record and matches, in the order of its partition. */
    public <E extends SpecificRecord> List<E> read(Topic topic, Class<E> type, Predicate<E> matching) {
        return records(topic.topicName()).stream()
                .filter(record -> type.getSimpleName().equals(nameOf(record.value())))
                .map(record -> type.cast(deserializer.deserialize(record.topic(), record.value())))
                .filter(matching)
                .toList();
    }

    /** The raw records on a topic until now, of any topic, also a dead-letter one. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topicName) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(topicName).stream()
                    .map(partition -> new TopicPartition(topicName, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** Publishes an event as a service would and returns when the broker has it. */
    public void publish(Topic topic, String key, SpecificRecord event) {
        publishBytes(topic.topicName(), key, serializer.serialize(topic.topicName(), event));
    }

    /** Publishes any bytes and returns when the broker has them. */
    public void publishBytes(String topicName, String key, byte[] bytes) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topicName, key.getBytes(StandardCharsets.UTF_8), bytes))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing", e);
        }
    }

    /** The bytes of an event in Confluent's wire format. */
    public byte[] bytes(Topic topic, SpecificRecord event) {
        return serializer.serialize(topic.topicName(), event);
    }
}
