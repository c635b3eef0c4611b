package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.outbox.OutgoingEvent;
import dev.greenlight.simulation.TopicLogs.Partition;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * One service as its machine sees it: a database, an outbox in it, a relay that sends, consumers that take in, and a clock. What
 * is durable are the database, the topics and the consumers' committed offsets; the rest is lost when it dies.
 */
final class ServiceNode {
    private final String name;
    private final TopicLogs topics;
    private final VirtualTime.ServiceClock clock;
    private final MemoryDatabase database = new MemoryDatabase();
    private final MemoryTable<Long, OutgoingEvent> outbox = new MemoryTable<>(database);
    private final MemoryTable<Long, Object> answers = new MemoryTable<>(database);
    private final Map<Topic, Consumer<List<SpecificRecord>>> listeners = new TreeMap<>();
    private final Map<Partition, Offsets> offsets = new TreeMap<>();
    private final EventIds ids;
    private long lastOutboxId;
    private int sentButNotDeleted;

    ServiceNode(String name, TopicLogs topics, VirtualTime.ServiceClock clock, EventIds ids) {
        this.name = name;
        this.topics = topics;
        this.clock = clock;
        this.ids = ids;
    }

    /** How far a partition was read. */
    private static final class Offsets {
        private int committed;
        private int next;
    }

    MemoryDatabase database() {
        return database;
    }

    VirtualTime.ServiceClock clock() {
        return clock;
    }

    EventIds ids() {
        return ids;
    }

    /** Leaves events in the outbox, in the transaction that is under way. */
    void publish(List<OutgoingEvent> events) {
        events.forEach(event -> outbox.put(++lastOutboxId, event));
    }

    void listen(Topic topic, Consumer<List<SpecificRecord>> listener) {
        listeners.put(topic, listener);
    }

    /** Does a call's work in one transaction, once for each key. */
    <T> T once(long key, Class<T> type, Supplier<T> work) {
        return database.transaction(() -> {
            Optional<Object> answer = answers.get(key);
            if (answer.isPresent()) {
                return type.cast(answer.get());
            }
            T done = work.get();
            answers.put(key, done);
            return done;
        });
    }

    /** The relay sends the first of what is in the outbox; it has not yet deleted them when it dies in between. */
    int send(int most) {
        Iterator<OutgoingEvent> unsent = outbox.rows().iterator();
        int sent = 0;
        while (sent < most && unsent.hasNext()) {
            topics.append(unsent.next());
            sent++;
        }
        sentButNotDeleted = sent;
        return sent;
    }

    /** The relay deletes what it has sent. */
    void deleteSent() {
        List<Long> sent =
                outbox.byKey().keySet().stream().limit(sentButNotDeleted).toList();
        database.transaction(() -> {
            sent.forEach(outbox::remove);
            return sent;
        });
        sentButNotDeleted = 0;
    }

    boolean hasUnsent() {
        return !outbox.rows().isEmpty();
    }

    List<Topic> topicsListenedTo() {
        return List.copyOf(listeners.keySet());
    }

    /** The partitions of a topic in which something was not read yet. */
    List<Partition> unread(Topic topic) {
        return topics.partitions(topic).stream()
                .filter(it -> offsets(it).next < topics.size(it))
                .toList();
    }

    /** A poll takes in what comes next in some partitions of a topic; its offsets are committed later. */
    int poll(Topic topic, List<Partition> partitions, int mostOfEach) {
        List<SpecificRecord> batch = new ArrayList<>();
        Map<Partition, Integer> ends = new TreeMap<>();
        for (Partition partition : partitions) {
            int from = offsets(partition).next;
            int to = Math.min(topics.size(partition), from + mostOfEach);
            batch.addAll(topics.read(partition, from, to));
            ends.put(partition, to);
        }
        Consumer<List<SpecificRecord>> listener =
                Optional.ofNullable(listeners.get(topic)).orElseThrow();
        database.transaction(() -> {
            listener.accept(batch);
            return batch;
        });
        ends.forEach((partition, end) -> offsets(partition).next = end);
        return batch.size();
    }

    void commitOffsets() {
        offsets.values().forEach(it -> it.committed = it.next);
    }

    /** Somebody sets a consumer back to an earlier offset. */
    void replay(Partition partition, int from) {
        Offsets set = offsets(partition);
        set.committed = Math.min(from, set.committed);
        set.next = set.committed;
    }

    int position(Partition partition) {
        return offsets(partition).committed;
    }

    /** The process dies and is started again. */
    void crash() {
        offsets.values().forEach(it -> it.next = it.committed);
        sentButNotDeleted = 0;
    }

    private Offsets offsets(Partition partition) {
        return offsets.computeIfAbsent(partition, key -> new Offsets());
    }

    @Override
    public String toString() {
        return name;
    }
}
