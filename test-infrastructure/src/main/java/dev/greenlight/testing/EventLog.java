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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
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
    private final Producer<byte[], byte[]> producer;

    private EventLog(Platform platform) {
        this.platform = platform;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        SchemaRegistryClient registry = EventSerdes.registryClient(platform.registryUrl());
        this.serializer = EventSerdes.serializer(registry, platform.registryUrl());
        this.deserializer = EventSerdes.deserializer(registry, platform.registryUrl());
    }

    /** The topics of {@link Platform#shared()}. */
    public static EventLog shared() {
        return Holder.LOG;
    }

    /** Everything on the topic until now that is such a record and matches, in the order of its partition. */
    public <E extends SpecificRecord> List<E> read(Topic topic, Class<E> type, Predicate<E> matching) {
        return records(topic.topicName()).stream()
                .flatMap(record -> event(record).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(matching)
                .toList();
    }

    /** Empty for the garbage that some tests publish on purpose. */
    private Optional<Object> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
        } catch (SerializationException garbage) {
            return Optional.empty();
        }
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
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
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
        try {
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

    private static final class Holder {
        private static final EventLog LOG = new EventLog(Platform.shared());
    }
}
