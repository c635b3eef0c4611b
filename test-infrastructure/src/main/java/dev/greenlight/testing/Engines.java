package dev.greenlight.testing;

/** Where the engines come from: processes on this machine or containers. */
interface Engines extends AutoCloseable {
    /** What is said aloud, so that nobody wonders what the tests ran on. */
    String description();

    String bootstrapServers();

    String registryUrl();

    String jdbcUrl(String database);

    void createDatabase(String name, String password);

    Engine kafka();

    Engine registry();

    Engine postgres();

    /** Ends all of them, and deletes their data. */
    @Override
    void close();
}
