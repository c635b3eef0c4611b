package dev.greenlight.standalone.demo;

import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.Topic;
import dev.greenlight.standalone.demo.Demo.DemoFailure;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What is published while somebody looks: reads the real topics with the registry, and keeps what it has read. Not safe for
 * use by several threads.
 */
public final class EventTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaAvroDeserializer decoder;
    private final List<Seen<?>> seen = new ArrayList<>();

    /**
     * An event as it was read.
     *
     * @param revision of its subject
     */
    public record Seen<E>(Topic topic, String key, long revision, E event) {}

    /** Looks from now on. */
    public EventTail(Demo.Stage stage) {
        SchemaRegistryClient registry = EventSerdes.registryClient(stage.registryUrl());
        decoder = EventSerdes.deserializer(registry, stage.registryUrl());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stage.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is done when it is needed; asking pins the ends as they are now.
        partitions.forEach(consumer::position);
    }

    /** Looks from the first event on. */
    public void rewind() {
        seen.clear();
        consumer.seekToBeginning(consumer.assignment());
    }

    /**
     * The first such event that is, or will be, published.
     *
     * @param what for the message, should it not come
     * @throws DemoFailure when it has not come within two minutes
     */
    public <E extends SpecificRecord> Seen<E> await(Topic topic, Class<E> type, Predicate<E> matching, String what) {
        Optional<Seen<E>> known = first(seen, topic, type, matching);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (known.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new DemoFailure("Nobody has published " + what + " on " + topic.topicName() + " within "
                        + PATIENCE.toSeconds()
                        + " s; ./greenlight status shows which part is away, ./greenlight events "
                        + topic.topicName() + " what is published");
            }
            known = first(poll(), topic, type, matching);
        }
        return known.get();
    }

    private List<Seen<?>> poll() {
        List<Seen<?>> fresh = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            topicNamed(record.topic()).ifPresent(topic -> {
                SpecificRecord event = (SpecificRecord) decoder.deserialize(record.topic(), record.value());
                long revision =
                        (Long) event.get(event.getSchema().getField("revision").pos());
                fresh.add(new Seen<>(topic, record.key(), revision, event));
            });
        }
        seen.addAll(fresh);
        return fresh;
    }

    private static Optional<Topic> topicNamed(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst();
    }

    private static <E extends SpecificRecord> Optional<Seen<E>> first(
            List<Seen<?>> among, Topic topic, Class<E> type, Predicate<E> matching) {
        return among.stream()
                .filter(one -> one.topic() == topic && type.isInstance(one.event()))
                .map(one -> new Seen<>(topic, one.key(), one.revision(), type.cast(one.event())))
                .filter(one -> matching.test(one.event()))
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
