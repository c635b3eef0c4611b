package dev.greenlight.kit.snapshot;

import dev.greenlight.kit.trace.Traceparent;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a poll's records in one database transaction. When that fails for a reason that will not pass, they are taken one by
 * one and the faulty ones parked, so that the rest proceeds. What passes is thrown, and the container tries the poll again
 * without end.
 */
final class SnapshotProcessor<E extends SpecificRecord> implements BatchMessageListener<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(SnapshotProcessor.class);

    private final Subscription<E> subscription;
    private final KafkaAvroDeserializer deserializer;
    private final TransactionTemplate transactions;
    private final DeadLetters deadLetters;
    private final ConsumerState state;

    SnapshotProcessor(
            Subscription<E> subscription,
            KafkaAvroDeserializer deserializer,
            TransactionTemplate transactions,
            DeadLetters deadLetters,
            ConsumerState state) {
        this.subscription = subscription;
        this.deserializer = deserializer;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.state = state;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            List<Received<E>> readable = readAll(records);
            if (!applyTogether(readable)) {
                readable.forEach(this::applyAlone);
            }
            state.proceeding();
        } catch (RuntimeException e) {
            state.retrying(e);
            throw e;
        }
    }

    private List<Received<E>> readAll(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Received<E>> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                readable.add(new Received<>(record, read(record)));
            } catch (RuntimeException e) {
                parkUnlessItPasses(record, ParkReason.UNREADABLE, e);
            }
        }
        return readable;
    }

    private E read(ConsumerRecord<byte[], byte[]> record) {
        Object event = deserializer.deserialize(record.topic(), record.value());
        if (!subscription.type().isInstance(event)) {
            throw new IllegalArgumentException("The record is no "
                    + subscription.type().getSimpleName() + " but "
                    + (event == null ? "empty" : "a " + event.getClass().getSimpleName()));
        }
        return subscription.type().cast(event);
    }

    private boolean applyTogether(List<Received<E>> received) {
        if (received.isEmpty()) {
            return true;
        }
        try {
            apply(received.stream().map(Received::event).toList());
            return true;
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            log.warn(
                    "{} records of {} can't be applied together, trying each alone: {}",
                    received.size(),
                    subscription.topic().topicName(),
                    e.toString());
            return false;
        }
    }

    private void applyAlone(Received<E> received) {
        try {
            apply(List.of(received.event()));
        } catch (RuntimeException e) {
            parkUnlessItPasses(received.record(), ParkReason.NOT_APPLICABLE, e);
        }
    }

    /** Log lines carry the trace of the poll's first event; each event keeps its own in its field. */
    private void apply(List<E> events) {
        Object traceparent = events.get(0)
                .get(events.get(0).getSchema().getField(Traceparent.NAME).pos());
        if (traceparent != null) {
            MDC.put(Traceparent.NAME, traceparent.toString());
        }
        try {
            transactions.executeWithoutResult(status -> subscription.handler().apply(events));
        } finally {
            MDC.remove(Traceparent.NAME);
        }
    }

    private void parkUnlessItPasses(
            ConsumerRecord<byte[], byte[]> record, ParkReason reason, RuntimeException failure) {
        if (Failures.passes(failure)) {
            throw failure;
        }
        deadLetters.park(record, reason, failure);
    }

    private record Received<E>(ConsumerRecord<byte[], byte[]> record, E event) {}
}
