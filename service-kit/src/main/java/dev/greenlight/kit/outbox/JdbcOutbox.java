package dev.greenlight.kit.outbox;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the final bytes into the table {@code outbox} and wakes the relay when they are committed. */
public class JdbcOutbox implements Outbox {
    private static final String INSERT = """
            INSERT INTO outbox (topic, key, payload, created_at)
            SELECT event.topic, event.key, event.payload, ?
              FROM unnest(?, ?, ?) WITH ORDINALITY AS event (topic, key, payload, position)
             ORDER BY event.position
            """;

    private final JdbcTemplate jdbc;
    private final KafkaAvroSerializer serializer;
    private final RelayWakeup wakeup;
    private final Clock clock;

    JdbcOutbox(JdbcTemplate jdbc, KafkaAvroSerializer serializer, RelayWakeup wakeup, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Object[] topics =
                events.stream().map(event -> event.topic().topicName()).toArray();
        Object[] keys = events.stream().map(OutgoingEvent::key).toArray();
        byte[][] payloads = events.stream().map(this::bytes).toArray(byte[][]::new);
        jdbc.execute(INSERT, (PreparedStatement statement) -> {
            Array topicArray = statement.getConnection().createArrayOf("text", topics);
            Array keyArray = statement.getConnection().createArrayOf("text", keys);
            Array payloadArray = statement.getConnection().createArrayOf("bytea", payloads);
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(2, topicArray);
            statement.setArray(3, keyArray);
            statement.setArray(4, payloadArray);
            return statement.executeUpdate();
        });
        wakeRelayAfterCommit();
    }

    private byte[] bytes(OutgoingEvent event) {
        return serializer.serialize(event.topic().topicName(), event.record());
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeup.wake();
            }
        });
    }
}
