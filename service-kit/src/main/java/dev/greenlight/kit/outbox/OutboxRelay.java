package dev.greenlight.kit.outbox;

import dev.greenlight.kit.signal.DedicatedConnections;
import dev.greenlight.kit.signal.Signals;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what stands in the outbox to Kafka, in id order, and deletes what was acknowledged. Of all instances of a service one
 * relays at a time: the one that holds an advisory lock in the database, on a connection that it also works with, so that
 * whoever loses the connection has lost the lock and can delete nothing more.
 *
 * <p>At least once: after a crash between acknowledgement and deletion events are sent again, which their revisions make
 * harmless. A broker that is away leaves the events where they are; at most one batch is in memory. A key whose event Kafka
 * refuses for good stops alone; it is tried again later and named by {@link #state()}.
 */
public final class OutboxRelay implements SmartLifecycle, RelayWakeup {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final String CHANNEL = "outbox";

    /** Any constant does, as each service has a database of its own. */
    private static final long LOCK = 0x67_72_65_65_6eL;

    private static final int BATCH_EVENTS = 500;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    /** Behind the wake-ups, for the case that one is lost. */
    private static final Duration SLOW_POLL = Duration.ofSeconds(5);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final Duration BLOCKED_KEY_PAUSE = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Stops after the consumers and the web server have stopped to write events. */
    private static final int PHASE = -500;

    private static final String NEXT_BATCH = """
            SELECT id, topic, key, payload
              FROM outbox
             WHERE id IN (SELECT id
                            FROM (SELECT id, sum(octet_length(payload)) OVER (ORDER BY id) - octet_length(payload) AS before
                                    FROM (SELECT id, payload FROM outbox
                                           WHERE NOT topic || ' ' || key = ANY (?) ORDER BY id LIMIT ?) AS oldest) AS sized
                           WHERE before < ?)
             ORDER BY id
            """;

    private final DedicatedConnections connections;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Signals signals;
    private final Clock clock;
    private final Semaphore wakeups = new Semaphore(0);
    private final Map<String, BlockedKey> blocked = new HashMap<>();

    private volatile boolean running;
    private volatile RelayState state = RelayState.WAITING;
    private @Nullable Thread thread;
    private volatile @Nullable Connection current;
    private Signals.@Nullable Subscription subscription;

    /**
     * A relay that is not started yet.
     *
     * @param producers makes idempotent producers with {@code acks=all}; one at a time is in use, closed after a failure
     */
    OutboxRelay(
            DedicatedConnections connections,
            Supplier<Producer<byte[], byte[]>> producers,
            Signals signals,
            Clock clock) {
        this.connections = connections;
        this.producers = producers;
        this.signals = signals;
        this.clock = clock;
    }

    /** How the relay is doing; for health. */
    public RelayState state() {
        return state;
    }

    @Override
    public void wake() {
        if (state.holdsTheLock()) {
            wakeThis();
        } else {
            signals.send(CHANNEL, "");
        }
    }

    private void wakeThis() {
        if (wakeups.availablePermits() == 0) {
            wakeups.release();
        }
    }

    @Override
    public void start() {
        running = true;
        subscription = signals.listen(CHANNEL, payload -> wakeThis());
        Thread relay = new Thread(this::relayUntilStopped, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    @Override
    public void stop() {
        running = false;
        wakeThis();
        if (subscription != null) {
            subscription.close();
        }
        Thread relay = thread;
        if (relay == null) {
            return;
        }
        try {
            if (!state.holdsTheLock()) {
                closeConnectionThatWaits();
            }
            relay.join(STOP_LIMIT.toMillis());
            relay.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void relayUntilStopped() {
        while (running) {
            try (Connection connection = connections.open()) {
                current = connection;
                waitForLock(connection);
                relayWith(connection);
            } catch (SQLException e) {
                if (running) {
                    state = RelayState.failing("the database: " + e.getMessage(), false, clock.instant());
                    log.warn("The relay lost the database, trying again: {}", e.getMessage());
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                state = RelayState.failing(String.valueOf(e.getMessage()), false, clock.instant());
                log.error("The relay failed, trying again", e);
                pause();
            } finally {
                current = null;
            }
        }
    }

    /** Waits, for as long as it takes, until no other instance holds the lock. */
    private void waitForLock(Connection connection) throws SQLException {
        state = RelayState.WAITING;
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
        state = RelayState.RELAYING;
        log.info("This instance relays the outbox");
    }

    private void relayWith(Connection connection) throws SQLException, InterruptedException {
        while (running) {
            Producer<byte[], byte[]> producer = producers.get();
            try {
                boolean healthy = true;
                while (running && healthy) {
                    healthy = drain(connection, producer);
                    if (healthy) {
                        boolean woken = wakeups.tryAcquire(SLOW_POLL.toMillis(), TimeUnit.MILLISECONDS);
                        log.trace("Looking into the outbox, woken: {}", woken);
                    }
                }
            } finally {
                // Nothing is waited for: what has no acknowledgement stays in the outbox and is sent again.
                producer.close(Duration.ZERO);
            }
            if (running) {
                Thread.sleep(RETRY_PAUSE.toMillis());
            }
        }
    }

    /** Sends until nothing is left. False when the broker did not take everything, so that a new producer is needed. */
    private boolean drain(Connection connection, Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException {
        while (running) {
            forgetBlockedKeysThatAreDue();
            List<Row> batch = nextBatch(connection);
            if (batch.isEmpty()) {
                state = blocked.isEmpty()
                        ? RelayState.RELAYING
                        : RelayState.blockedKeys(blocked.values(), clock.instant());
                return true;
            }
            Sent sent = send(batch, producer);
            delete(connection, sent.acknowledged());
            if (sent.brokerFailure() != null) {
                String reason = "Kafka: " + sent.brokerFailure();
                if (!state.isFailing()) {
                    log.warn(
                            "{} events wait in the outbox: {}",
                            batch.size() - sent.acknowledged().size(),
                            reason);
                    state = RelayState.failing(reason, true, clock.instant());
                }
                return false;
            }
        }
        return true;
    }

    private List<Row> nextBatch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_BATCH)) {
            statement.setArray(
                    1, connection.createArrayOf("text", blocked.keySet().toArray()));
            statement.setInt(2, BATCH_EVENTS);
            statement.setLong(3, BATCH_BYTES);
            try (ResultSet rows = statement.executeQuery()) {
                List<Row> batch = new ArrayList<>();
                while (rows.next()) {
                    batch.add(Row.of(rows));
                }
                return batch;
            }
        }
    }

    /**
     * Hands the batch to the producer and waits for every acknowledgement. Once an event of a key has failed, none of the
     * later ones of that key counts as sent: they are sent again behind it.
     */
    private Sent send(List<Row> batch, Producer<byte[], byte[]> producer) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        Set<String> refusedAtOnce = new HashSet<>();
        List<Row> handedOver = new ArrayList<>();
        String brokerFailure = null;
        for (Row row : batch) {
            if (refusedAtOnce.contains(row.topicAndKey())) {
                continue;
            }
            try {
                Future<RecordMetadata> answer = producer.send(row.record());
                handedOver.add(row);
                answers.add(answer);
                Throwable refusal = answer.isDone() ? failure(answer) : null;
                if (refusal != null && passes(refusal)) {
                    // The broker is away: the producer has waited for it long enough, the rest of the batch need not.
                    break;
                }
                if (refusal != null) {
                    refusedAtOnce.add(row.topicAndKey());
                }
            } catch (KafkaException | IllegalStateException e) {
                brokerFailure = e.getMessage();
                break;
            }
        }
        List<Long> acknowledged = new ArrayList<>();
        Set<String> failedKeys = new HashSet<>();
        for (int i = 0; i < handedOver.size(); i++) {
            Row row = handedOver.get(i);
            Throwable cause = failure(answers.get(i));
            if (cause == null) {
                if (!failedKeys.contains(row.topicAndKey())) {
                    acknowledged.add(row.id());
                }
            } else {
                failedKeys.add(row.topicAndKey());
                if (passes(cause)) {
                    brokerFailure = cause.getMessage();
                } else {
                    block(row, cause);
                }
            }
        }
        return new Sent(acknowledged, brokerFailure);
    }

    private static @Nullable Throwable failure(Future<RecordMetadata> answer) throws InterruptedException {
        try {
            answer.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }

    /** Whether it will pass by itself; what Kafka refuses because of the record itself will not. */
    private static boolean passes(Throwable cause) {
        return !(cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof SerializationException);
    }

    private void block(Row row, Throwable cause) {
        blocked.computeIfAbsent(row.topicAndKey(), topicAndKey -> {
            log.error(
                    "Event {} of {} can't be sent and holds back its key: {}",
                    row.id(),
                    topicAndKey,
                    cause.getMessage());
            return new BlockedKey(
                    topicAndKey,
                    String.valueOf(cause.getMessage()),
                    clock.instant().plus(BLOCKED_KEY_PAUSE));
        });
    }

    private void forgetBlockedKeysThatAreDue() {
        Instant now = clock.instant();
        blocked.values().removeIf(key -> !key.until().isAfter(now));
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    /** The thread may wait for the lock inside the driver, where only closing the connection reaches it. */
    private void closeConnectionThatWaits() {
        Connection waiting = current;
        if (waiting != null) {
            try {
                waiting.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("Closing the waiting connection failed: {}", e.getMessage());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Row(long id, String topicAndKey, ProducerRecord<byte[], byte[]> record) {
        static Row of(ResultSet row) throws SQLException {
            String topic = row.getString("topic");
            String key = row.getString("key");
            return new Row(
                    row.getLong("id"),
                    topic + " " + key,
                    new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), row.getBytes("payload")));
        }
    }

    private record Sent(List<Long> acknowledged, @Nullable String brokerFailure) {}

    record BlockedKey(String topicAndKey, String reason, Instant until) {}
}
