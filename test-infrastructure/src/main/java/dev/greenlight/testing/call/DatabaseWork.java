package dev.greenlight.testing.call;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * How much PostgreSQL had to do for something, from its own statistics: a measure that no busy machine changes. The service's
 * pool is cut down to one connection, since each session tells of its work only when it is asked to.
 */
public final class DatabaseWork {
    private static final String DONE = """
            SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd + n_tup_del),
                   sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read, 0) + coalesce(idx_blks_hit, 0)
                       + coalesce(toast_blks_read, 0) + coalesce(toast_blks_hit, 0))
              FROM pg_stat_user_tables JOIN pg_statio_user_tables USING (relid)
            """;

    private final DataSource database;

    /**
     * Watches a service's own pool.
     *
     * @throws SQLException when the pool is not Hikari's
     */
    public DatabaseWork(DataSource database) throws SQLException {
        this.database = database;
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        pool.getHikariConfigMXBean().setMinimumIdle(1);
        pool.getHikariConfigMXBean().setMaximumPoolSize(1);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /**
     * What was done.
     *
     * @param rows read by scans and by indexes, and written
     * @param blocks of tables and indexes that were looked at, of 8 kB each
     */
    public record Done(long rows, long blocks) {}

    /** What the database had to do for this. */
    public Done during(Runnable work) {
        Done before = sum();
        work.run();
        Done after = sum();
        return new Done(after.rows() - before.rows(), after.blocks() - before.blocks());
    }

    /** Runs statements by hand, several at once if need be. */
    public void run(String sql) {
        with(() -> "The statement was refused: " + sql, statement -> statement.execute(sql));
    }

    private Done sum() {
        return with(() -> "The statistics can't be read", statement -> {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (ResultSet row = statement.executeQuery(DONE)) {
                row.next();
                return new Done(row.getLong(1), row.getLong(2));
            }
        });
    }

    private interface Asking<T> {
        T ask(Statement statement) throws SQLException;
    }

    private <T> T with(Supplier<String> failure, Asking<T> asking) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return asking.ask(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(failure.get(), e);
        }
    }
}
