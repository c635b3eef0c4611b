package dev.greenlight.testing.call;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /**
     * Copies rows many times over, generated columns left to the database.
     *
     * @param key column of the id that each copy has anew, {@code md5(n::text)::uuid}
     * @param original id of the rows that are copied
     * @param numbers what numbers the copies, for example {@code generate_series(0, 9) AS n}
     * @param alsoChanged pairs of {@code jsonb_build_object} for further columns; {@code kept} is the row that is copied
     */
    public void copy(String table, String key, String original, String numbers, String alsoChanged) {
        String columns = with(() -> "The columns of " + table + " can't be read", statement -> {
            try (ResultSet row = statement.executeQuery("""
                    SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                     WHERE table_schema = current_schema() AND table_name = '%s' AND is_generated = 'NEVER'
                    """.formatted(table))) {
                row.next();
                return row.getString(1);
            }
        });
        run("""
                INSERT INTO %1$s (%6$s) OVERRIDING SYSTEM VALUE
                SELECT %7$s
                  FROM (SELECT jsonb_populate_record(kept, jsonb_build_object('%2$s', md5(n::text)::uuid, %3$s)) AS made
                          FROM %1$s AS kept, %4$s
                         WHERE kept.%2$s = '%5$s') AS copies
                """.formatted(
                        table,
                        key,
                        alsoChanged,
                        numbers,
                        original,
                        columns,
                        Arrays.stream(columns.split(", ", -1))
                                .map(column -> "(made)." + column)
                                .collect(Collectors.joining(", "))));
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
