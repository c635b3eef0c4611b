package dev.greenlight.kit.outbox;

import java.util.List;

/**
 * Where a change leaves the events that tell of it: in its own database transaction. Both are there, or neither is. The
 * relay sends them on right after the commit; a broker that is away costs the caller nothing.
 *
 * <p>Events of one key keep the order in which they are published, provided that the publisher holds a lock on the key's
 * subject before it publishes.
 */
public interface Outbox {
    /**
     * Publishes events with the current transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void publish(List<OutgoingEvent> events);

    /** Publishes one event with the current transaction. */
    default void publish(OutgoingEvent event) {
        publish(List.of(event));
    }
}
