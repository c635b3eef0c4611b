package dev.greenlight.kit.outbox;

import dev.greenlight.contracts.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event to be published.
 *
 * @param key events of one key reach their topic in the order in which they were published
 */
public record OutgoingEvent(Topic topic, String key, SpecificRecord record) {
    /** Checks that the topic carries such records. */
    public OutgoingEvent {
        if (!topic.recordType().isInstance(record)) {
            throw new IllegalArgumentException(
                    topic.topicName() + " carries " + topic.recordType().getSimpleName() + ", not "
                            + record.getClass().getSimpleName());
        }
    }
}
