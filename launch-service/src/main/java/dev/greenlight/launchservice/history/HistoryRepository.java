package dev.greenlight.launchservice.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The time line of every launch; entries are added, never changed. */
@Repository
public class HistoryRepository {
    private final JdbcClient jdbc;

    HistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds entries, in one statement. */
    public void append(List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO history (launch_id, at, actor, type, region, revision, summary)
                        SELECT * FROM unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                        """)
                .params(
                        entries.stream().map(HistoryEntry::launchId).toArray(UUID[]::new),
                        entries.stream().map(entry -> entry.at().toString()).toArray(String[]::new),
                        entries.stream().map(HistoryEntry::actor).toArray(String[]::new),
                        entries.stream().map(entry -> entry.type().name()).toArray(String[]::new),
                        entries.stream().map(HistoryEntry::region).toArray(String[]::new),
                        entries.stream().map(HistoryEntry::revision).toArray(Long[]::new),
                        entries.stream().map(HistoryEntry::summary).toArray(String[]::new))
                .update();
    }

    /** Entries of a launch, the newest first; {@code after} is where the part before ended. */
    public List<NumberedEntry> of(UUID launchId, @Nullable HistoryPosition after, int limit) {
        return jdbc.sql("""
                        SELECT number, launch_id, at, actor, type, region, revision, summary
                          FROM history
                         WHERE launch_id = :launch
                           AND (:at::timestamptz IS NULL OR (at, number) < (:at::timestamptz, :number::bigint))
                         ORDER BY at DESC, number DESC
                         LIMIT :limit
                        """)
                .param("launch", launchId)
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("number", after == null ? null : after.number())
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    private static NumberedEntry read(ResultSet row) throws SQLException {
        return new NumberedEntry(
                row.getLong("number"),
                new HistoryEntry(
                        row.getObject("launch_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        HistoryEntry.Type.valueOf(row.getString("type")),
                        row.getString("region"),
                        row.getLong("revision"),
                        row.getString("summary")));
    }
}
