package dev.greenlight.kit.snapshot;

import dev.greenlight.contracts.Topic;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs one consumer for each {@link Subscription} of the service. */
public final class SnapshotConsumers implements SmartLifecycle {
    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long SLOWEST_RETRY_MILLIS = 5_000;
    private static final double RETRY_GROWTH = 2;

    private final List<Subscription<?>> subscriptions;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Supplier<KafkaAvroDeserializer> deserializers;
    private final TransactionTemplate transactions;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final String group;
    private final Map<Topic, ConsumerState> states = new EnumMap<>(Topic.class);
    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private boolean running;

    SnapshotConsumers(
            List<Subscription<?>> subscriptions,
            ConsumerFactory<byte[], byte[]> consumers,
            Supplier<KafkaAvroDeserializer> deserializers,
            TransactionTemplate transactions,
            DeadLetters deadLetters,
            Clock clock,
            String group) {
        this.subscriptions = List.copyOf(subscriptions);
        this.consumers = consumers;
        this.deserializers = deserializers;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.group = group;
        subscriptions.forEach(subscription -> states.put(subscription.topic(), new ConsumerState(clock)));
    }

    /** How each topic's consumer is doing. */
    Map<Topic, ConsumerState> states() {
        return states;
    }

    @Override
    public void start() {
        for (Subscription<?> subscription : subscriptions) {
            ConcurrentMessageListenerContainer<byte[], byte[]> container = container(subscription);
            container.start();
            containers.add(container);
        }
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(Subscription<?> subscription) {
        String topic = subscription.topic().topicName();
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setMessageListener(processor(subscription));
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(topic);
        container.setCommonErrorHandler(new DefaultErrorHandler(withoutEnd()));
        return container;
    }

    private <E extends SpecificRecord> SnapshotProcessor<E> processor(Subscription<E> subscription) {
        return new SnapshotProcessor<>(
                subscription,
                deserializers.get(),
                transactions,
                deadLetters,
                states.computeIfAbsent(subscription.topic(), topic -> new ConsumerState(clock)));
    }

    /** What reaches the container passes by itself, so it is tried until it has passed. */
    private static ExponentialBackOff withoutEnd() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, RETRY_GROWTH);
        backOff.setMaxInterval(SLOWEST_RETRY_MILLIS);
        return backOff;
    }
}
