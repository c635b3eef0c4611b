package dev.greenlight.standalone.demo;

import java.io.PrintStream;
import java.net.URI;

/**
 * A story that is played once the system is up ({@code ./greenlight up --demo}). The implementation is found by
 * {@link java.util.ServiceLoader}.
 */
public interface Demo {
    /**
     * Plays the story and says what happens, step by step.
     *
     * @param stage where the system is to be found
     * @param out where the story is told
     * @throws DemoFailure when the story does not come to its end
     */
    void play(Stage stage, PrintStream out);

    /**
     * What the story is played on.
     *
     * @param origin the front door, such as {@code http://localhost:8080}
     * @param bootstrapServers Kafka's bootstrap servers
     * @param registryUrl base URL of the registry's Confluent-compatible interface
     */
    record Stage(URI origin, String bootstrapServers, String registryUrl) {}

    /** The story did not come to its end; the message says at which step, and what was answered. */
    final class DemoFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DemoFailure(String message) {
            super(message);
        }

        public DemoFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
