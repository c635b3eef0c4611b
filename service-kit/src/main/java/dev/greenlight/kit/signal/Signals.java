package dev.greenlight.kit.signal;

import java.util.function.Consumer;

/**
 * Wake-ups to this and all other instances of the service. A signal is a hint, not a message: it may come twice, and one may
 * be lost while the database is away. Who listens reads the state anew and has a slow time-out behind it.
 */
public interface Signals {
    /** What a receiver gets after a connection was lost: anything may have happened. */
    String MISSED_SOME = "";

    /**
     * Sends a signal; inside a transaction after its commit. Never fails and never waits for the database.
     *
     * @param channel short name, letters and hyphens
     * @param payload for example an id; at most some hundred characters
     */
    void send(String channel, String payload);

    /**
     * Receives the signals of a channel until the subscription is closed. The receiver is called from the sender's thread or
     * from the listening one and must return at once.
     */
    Subscription listen(String channel, Consumer<String> receiver);

    /** A receiver that listens. */
    interface Subscription extends AutoCloseable {
        /** Stops listening. */
        @Override
        void close();
    }
}
