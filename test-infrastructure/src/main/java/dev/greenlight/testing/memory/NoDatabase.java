package dev.greenlight.testing.memory;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Where a repository has its rows in memory: whatever reaches for the database after all fails with a sentence. */
public final class NoDatabase extends AbstractDataSource {
    private NoDatabase() {}

    /** A client that never answers. */
    public static JdbcClient client() {
        return JdbcClient.create(new NoDatabase());
    }

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException("This runs in memory; the repository has a call that its twin in memory lacks");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
