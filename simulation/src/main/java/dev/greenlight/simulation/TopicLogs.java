package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import dev.greenlight.kit.outbox.OutgoingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** All that was ever published. Every key has a partition of its own: that is all the order that Kafka promises. */
final class TopicLogs {
    private final Map<Partition, List<SpecificRecord>> logs = new TreeMap<>();

    record Partition(Topic topic, String key) implements Comparable<Partition> {
        @Override
        public int compareTo(Partition other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? key.compareTo(other.key) : byTopic;
        }
    }

    void append(OutgoingEvent event) {
        logs.computeIfAbsent(new Partition(event.topic(), event.key()), key -> new ArrayList<>())
                .add(event.record());
    }

    int size(Partition partition) {
        return logs.getOrDefault(partition, List.of()).size();
    }

    List<SpecificRecord> read(Partition partition, int from, int to) {
        return List.copyOf(logs.getOrDefault(partition, List.of()).subList(from, to));
    }

    List<Partition> partitions(Topic topic) {
        return logs.keySet().stream().filter(it -> it.topic() == topic).toList();
    }

    <R extends SpecificRecord> Stream<R> all(Topic topic, Class<R> type) {
        return logs.entrySet().stream()
                .filter(it -> it.getKey().topic() == topic)
                .flatMap(it -> it.getValue().stream())
                .map(type::cast);
    }
}
