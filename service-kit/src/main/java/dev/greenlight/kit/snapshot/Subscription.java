package dev.greenlight.kit.snapshot;

import dev.greenlight.contracts.Topic;
import org.apache.avro.specific.SpecificRecord;

/** What a service consumes: one bean for each topic. */
public record Subscription<E extends SpecificRecord>(Topic topic, Class<E> type, SnapshotHandler<E> handler) {
    /** Checks that the topic carries such records. */
    public Subscription {
        if (topic.recordType() != type) {
            throw new IllegalArgumentException(topic.topicName() + " carries "
                    + topic.recordType().getSimpleName() + ", not " + type.getSimpleName());
        }
    }
}
