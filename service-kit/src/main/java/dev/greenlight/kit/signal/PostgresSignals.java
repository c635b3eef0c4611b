package dev.greenlight.kit.signal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Signals over PostgreSQL's LISTEN and NOTIFY. A NOTIFY inside a business transaction would serialise all commits, so it
 * follows the commit, from a thread of its own that sends many at once.
 */
public final class PostgresSignals implements Signals, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PostgresSignals.class);
    private static final String CHANNEL = "greenlight_signals";
    private static final char SEPARATOR = ' ';
    private static final Duration LISTEN_SLICE = Duration.ofSeconds(1);
    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(500);

    /** Before everything that listens, and stopped after it. */
    private static final int PHASE = -1000;

    private final DedicatedConnections connections;
    private final DataSource pool;
    private final Map<String, List<Consumer<String>>> receivers = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> unsent = new LinkedHashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** Uses a connection of its own to listen and the pool to send. */
    public PostgresSignals(DedicatedConnections connections, DataSource pool) {
        this.connections = connections;
        this.pool = pool;
    }

    @Override
    public void send(String channel, String payload) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sendNow(channel, payload);
                }
            });
        } else {
            sendNow(channel, payload);
        }
    }

    @Override
    public Signals.Subscription listen(String channel, Consumer<String> receiver) {
        List<Consumer<String>> ofChannel = receivers.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>());
        ofChannel.add(receiver);
        return () -> ofChannel.remove(receiver);
    }

    private void sendNow(String channel, String payload) {
        deliver(channel, payload);
        lock.lock();
        try {
            unsent.add(channel + SEPARATOR + payload);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void deliver(String channel, String payload) {
        for (Consumer<String> receiver : receivers.getOrDefault(channel, List.of())) {
            try {
                receiver.accept(payload);
            } catch (RuntimeException e) {
                log.warn("A receiver of signals on {} failed", channel, e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        threads.add(startThread("signals-listen", this::listenLoop));
        threads.add(startThread("signals-send", this::sendLoop));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(LISTEN_SLICE.plusSeconds(1).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private static Thread startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void listenLoop() {
        boolean lost = false;
        while (running) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
                if (lost) {
                    receivers.keySet().forEach(channel -> deliver(channel, MISSED_SOME));
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    receive(postgres.getNotifications((int) LISTEN_SLICE.toMillis()));
                }
            } catch (SQLException e) {
                lost = true;
                if (running) {
                    log.warn("Lost the connection that listens for signals, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void receive(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String text = notification.getParameter();
            int separator = text.indexOf(SEPARATOR);
            deliver(text.substring(0, separator), text.substring(separator + 1));
        }
    }

    private void sendLoop() {
        while (running) {
            try {
                notifyOthers(takeUnsent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                log.warn("Other instances were not woken: {}", e.getMessage());
            }
        }
    }

    private List<String> takeUnsent() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unsent.isEmpty()) {
                changed.await();
            }
            List<String> taken = List.copyOf(unsent);
            unsent.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void notifyOthers(List<String> texts) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT pg_notify('" + CHANNEL + "', text) FROM unnest(?) AS text")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            statement.execute();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
