package dev.greenlight.testing.call;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A checksum of every table of a database, outbox and idempotency keys too. It is made of the versions of the rows (where each
 * stands and which transaction wrote it): an update that writes what was there already shows too, and documents need not be
 * read. Nothing shows of a transaction that was rolled back, nor of a row that was merely locked.
 */
public final class DatabaseState {
    private final DataSource database;
    private final String query;

    private DatabaseState(DataSource database, String query) {
        this.database = database;
        this.query = query;
    }

    /**
     * Watches all tables that there are now.
     *
     * @throws SQLException when the database does not answer
     */
    public static DatabaseState of(DataSource database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relname FROM pg_stat_user_tables WHERE relname NOT LIKE 'flyway%' ORDER BY relname")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return new DatabaseState(
                database, tables.stream().map(DatabaseState::checksum).collect(Collectors.joining(" UNION ALL ")));
    }

    private static String checksum(String table) {
        return "SELECT '" + table
                + "', count(*) || '-' || coalesce(sum(hashtextextended(ctid::text || ' ' || xmin::text, 0)), 0)"
                + " FROM \"" + table + "\"";
    }

    /**
     * The checksum of each table, by name.
     *
     * @throws IllegalStateException when the database does not answer
     */
    public Map<String, String> now() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Map<String, String> checksums = new TreeMap<>();
            while (rows.next()) {
                checksums.put(rows.getString(1), rows.getString(2));
            }
            return checksums;
        } catch (SQLException e) {
            throw new IllegalStateException("The state of the database can't be read", e);
        }
    }

    /** The tables that differ. */
    public static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> tables = new TreeSet<>(after.keySet());
        tables.removeIf(table -> after.get(table) != null && after.get(table).equals(before.get(table)));
        return tables;
    }
}
