package dev.greenlight.launchservice.waiver;

import static java.util.stream.Collectors.groupingBy;

import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every waiver that was ever given. Those who write have locked the launch. */
@Repository
public class WaiverRepository {
    private final JdbcClient jdbc;
    private final StoredJson json;

    WaiverRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The standing waivers of each of the markets, in the order in which they were given; a market without any is not among them. */
    public Map<MarketKey, List<Waiver>> standing(Collection<MarketKey> markets) {
        return jdbc
                .sql("""
                        SELECT w.*
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN waiver w USING (launch_id, region)
                         WHERE w.status = 'STANDING'
                         ORDER BY w.id
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(Waiver::market));
    }

    /** The standing waivers of the launches whose time is over. */
    List<Waiver> expired(Collection<UUID> launches, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM waiver
                         WHERE launch_id = ANY(?) AND status = 'STANDING' AND expires_at <= ?
                         ORDER BY id
                        """)
                .params(launches.toArray(UUID[]::new), Timestamp.from(now))
                .query((row, index) -> read(row))
                .list();
    }

    /** The waiver; empty when this launch has none such. */
    Optional<Waiver> find(UUID launchId, UUID id) {
        return jdbc.sql("SELECT * FROM waiver WHERE launch_id = ? AND id = ?")
                .params(launchId, id)
                .query((row, index) -> read(row))
                .optional();
    }

    /** Waivers of a launch, ended ones too, the newest first; ids grow with time, {@code after} is where the part before ended. */
    List<Waiver> of(UUID launchId, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM waiver
                         WHERE launch_id = :launch AND (:after::uuid IS NULL OR id < :after::uuid)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("launch", launchId)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    /** Keeps a new waiver; the database itself refuses a second standing one for the same condition. */
    void insert(Waiver waiver) {
        jdbc.sql("""
                        INSERT INTO waiver (id, launch_id, region, condition, demand, approver, reason, given_at, expires_at, status)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(
                        waiver.id(),
                        waiver.market().launchId(),
                        waiver.market().region(),
                        waiver.condition(),
                        json.write(DemandDocument.of(waiver.demand())),
                        waiver.approver(),
                        waiver.reason(),
                        Timestamp.from(waiver.givenAt()),
                        Timestamp.from(waiver.expiresAt()),
                        waiver.status().name())
                .update();
    }

    /** Keeps how waivers ended that stood until now. */
    void end(List<Waiver> ended) {
        int updated = jdbc.sql("""
                        UPDATE waiver w
                           SET status = ended.status, ended_by = ended.by, ended_at = ended.at
                          FROM unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) AS ended (id, status, by, at)
                         WHERE w.id = ended.id AND w.status = 'STANDING'
                        """)
                .params(
                        ended.stream().map(Waiver::id).toArray(UUID[]::new),
                        ended.stream().map(it -> it.status().name()).toArray(String[]::new),
                        ended.stream().map(it -> endOf(it).by()).toArray(String[]::new),
                        ended.stream().map(it -> endOf(it).at().toString()).toArray(String[]::new))
                .update();
        if (updated != ended.size()) {
            throw new IllegalStateException("A waiver had ended before; its launch was not locked");
        }
    }

    private static Waiver.End endOf(Waiver waiver) {
        return Optional.ofNullable(waiver.end()).orElseThrow();
    }

    private Waiver read(ResultSet row) throws SQLException {
        String endedBy = row.getString("ended_by");
        return new Waiver(
                row.getObject("id", UUID.class),
                new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                row.getString("condition"),
                json.read(row.getString("demand"), DemandDocument.class).toDemand(),
                row.getString("approver"),
                row.getString("reason"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Waiver.Status.valueOf(row.getString("status")),
                endedBy == null
                        ? null
                        : new Waiver.End(endedBy, row.getTimestamp("ended_at").toInstant()));
    }
}
