package dev.greenlight.kit.signal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Connections outside the pool, for what keeps one for good: listening, and holding the relay's lock. */
public final class DedicatedConnections {
    private final JdbcConnectionDetails database;
    private final String applicationName;

    /** Connects to the service's own database. */
    public DedicatedConnections(JdbcConnectionDetails database, String applicationName) {
        this.database = database;
        this.applicationName = applicationName;
    }

    /**
     * Opens a connection in auto-commit mode; the caller closes it.
     *
     * @throws SQLException when the database can't be reached
     */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", database.getUsername());
        put(properties, "password", database.getPassword());
        put(properties, "ApplicationName", applicationName);
        put(properties, "connectTimeout", "5");
        put(properties, "tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
