package dev.greenlight.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody's threads. */
@Repository
class DeliveryRepository {
    /** What a person has muted is not shown, nor counted, as long as it is muted. */
    private static final String SHOWN = """
            FROM delivery
            WHERE person_id = :person AND NOT hidden
              AND NOT EXISTS (SELECT FROM mute
                               WHERE mute.person_id = delivery.person_id
                                 AND (mute.launch_id = delivery.launch_id OR mute.kind = delivery.kind))
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;

    DeliveryRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All threads about the launches; of some persons only, where they are named. */
    List<Delivery> about(Collection<UUID> launches, @Nullable Collection<String> persons) {
        JdbcClient.StatementSpec all = jdbc.sql("SELECT * FROM delivery WHERE launch_id = ANY (?::uuid[])"
                        + (persons == null ? "" : " AND person_id = ANY (?)"))
                .param(launches.stream().map(UUID::toString).toArray(String[]::new));
        return (persons == null ? all : all.param(persons.toArray(String[]::new)))
                .query(DeliveryRepository::delivery)
                .list();
    }

    /** Writes new and changed threads, all in one statement. */
    void write(Collection<Delivery> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO delivery (delivery_id, person_id, matter, kind, launch_id, region, title, text,
                                              asks_action, substance, hidden, at, read_at, done_at)
                        SELECT id, person, matter, kind, launch, region, title, text,
                               "asksAction", substance, hidden, at, "readAt", "doneAt"
                          FROM jsonb_to_recordset(?::jsonb) AS new (
                               id uuid, person text, matter text, kind text, launch uuid, region text, title text,
                               text text, "asksAction" boolean, substance text, hidden boolean, at timestamptz,
                               "readAt" timestamptz, "doneAt" timestamptz)
                            ON CONFLICT (person_id, matter) DO UPDATE
                           SET title = excluded.title, text = excluded.text, asks_action = excluded.asks_action,
                               substance = excluded.substance, hidden = excluded.hidden, at = excluded.at,
                               read_at = excluded.read_at, done_at = excluded.done_at
                        """).param(json.write(changes)).update();
    }

    /** A person's threads, newest first, after a position. */
    List<Delivery> page(String person, boolean unreadOnly, @Nullable InboxPosition after, int limit) {
        String sql = "SELECT * " + SHOWN + (unreadOnly ? " AND read_at IS NULL AND done_at IS NULL" : "")
                + (after == null ? "" : " AND (at, delivery_id) < (:at, :id)")
                + " ORDER BY at DESC, delivery_id DESC LIMIT :limit";
        JdbcClient.StatementSpec query = jdbc.sql(sql).param("person", person).param("limit", limit);
        if (after != null) {
            query = query.param("at", utc(after.at())).param("id", after.id());
        }
        return query.query(DeliveryRepository::delivery).list();
    }

    /** How many threads a person has unread. */
    long unread(String person) {
        return jdbc.sql("SELECT count(*) " + SHOWN + " AND read_at IS NULL AND done_at IS NULL")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** Marks one of the person's threads as read, unless it was; empty when the person has no such thread. */
    Optional<Delivery> read(String person, UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery SET read_at = coalesce(read_at, :now)
                         WHERE delivery_id = :id AND person_id = :person AND NOT hidden
                        RETURNING *
                        """)
                .param("now", utc(now))
                .param("id", id)
                .param("person", person)
                .query(DeliveryRepository::delivery)
                .optional();
    }

    /** Marks all of the person's threads as read; answers how many were not. */
    int readAll(String person, Instant now) {
        return jdbc.sql(
                        "UPDATE delivery SET read_at = :now WHERE person_id = :person AND read_at IS NULL AND NOT hidden")
                .param("now", utc(now))
                .param("person", person)
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getString("person_id"),
                row.getString("matter"),
                row.getString("kind"),
                row.getObject("launch_id", UUID.class),
                row.getString("region"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("asks_action"),
                row.getString("substance"),
                row.getBoolean("hidden"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
