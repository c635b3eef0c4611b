package dev.greenlight.notification.inbox;

import dev.greenlight.notification.recipient.GapFact;
import dev.greenlight.notification.recipient.LaunchFact;
import dev.greenlight.notification.recipient.LaunchView;
import dev.greenlight.notification.recipient.ReadinessFact;
import dev.greenlight.notification.recipient.StaffFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The newest fact of each subject. Every method is one statement for a whole batch, and needs the caller's transaction.
 */
@Repository
class FactRepository {
    private final JdbcClient jdbc;
    private final StoredJson json;

    FactRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Locks the launches, known or not, until the transaction ends; in one order, so that two batches can't block each other. */
    void lock(Collection<UUID> launches) {
        String[] ids = sorted(launches);
        jdbc.sql("INSERT INTO launch (launch_id) SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING")
                .param(ids)
                .update();
        jdbc.sql("SELECT launch_id FROM launch WHERE launch_id = ANY (?::uuid[]) ORDER BY launch_id FOR UPDATE")
                .param(ids)
                .query(UUID.class)
                .list();
    }

    /** The plans of those launches whose plan is known. */
    Map<UUID, LaunchFact> launches(Collection<UUID> launches) {
        Map<UUID, LaunchFact> facts = new HashMap<>();
        jdbc.sql("SELECT fact FROM launch WHERE launch_id = ANY (?::uuid[]) AND fact IS NOT NULL")
                .param(sorted(launches))
                .query((row, number) -> read(row, LaunchFact.class))
                .list()
                .forEach(fact -> facts.put(fact.launch(), fact));
        return facts;
    }

    /** Keeps the plans that are newer than what is kept; answers the launches where that was so. */
    List<UUID> keepLaunches(Collection<LaunchFact> facts) {
        return jdbc.sql("""
                        UPDATE launch AS kept
                           SET revision = new.revision, fact = new.fact
                          FROM jsonb_to_recordset(?::jsonb) AS new (launch uuid, revision bigint, fact jsonb)
                         WHERE kept.launch_id = new.launch AND kept.revision < new.revision
                        RETURNING kept.launch_id
                        """)
                .param(rows(facts, fact -> new Row(fact.launch(), null, null, fact.revision(), fact)))
                .query(UUID.class)
                .list();
    }

    /** Keeps what the gate newly said of markets; answers the launches where that was so. */
    List<UUID> keepReadiness(Collection<ReadinessFact> facts) {
        return keepMarkets(
                "market_readiness",
                rows(facts, fact -> new Row(fact.launch(), fact.region(), null, fact.revision(), fact)));
    }

    /** Keeps what sales newly said of markets; answers the launches where that was so. */
    List<UUID> keepStaff(Collection<StaffFact> facts) {
        return keepMarkets(
                "market_staff",
                rows(facts, fact -> new Row(fact.launch(), fact.region(), null, fact.revision(), fact)));
    }

    private List<UUID> keepMarkets(String table, String rows) {
        return jdbc.sql("""
                        INSERT INTO %1$s AS kept (launch_id, region, revision, fact)
                        SELECT launch, region, revision, fact
                          FROM jsonb_to_recordset(?::jsonb) AS new (launch uuid, region text, revision bigint, fact jsonb)
                            ON CONFLICT (launch_id, region) DO UPDATE
                           SET revision = excluded.revision, fact = excluded.fact
                         WHERE excluded.revision > kept.revision
                        RETURNING launch_id
                        """.formatted(table)).param(rows).query(UUID.class).list();
    }

    /** Keeps what is new of gaps; answers the launches where that was so. */
    List<UUID> keepGaps(Collection<GapFact> facts) {
        return jdbc.sql("""
                        INSERT INTO gap AS kept (gap_id, launch_id, revision, fact)
                        SELECT gap, launch, revision, fact
                          FROM jsonb_to_recordset(?::jsonb) AS new (gap uuid, launch uuid, revision bigint, fact jsonb)
                            ON CONFLICT (gap_id) DO UPDATE
                           SET launch_id = excluded.launch_id, revision = excluded.revision, fact = excluded.fact
                         WHERE excluded.revision > kept.revision
                        RETURNING launch_id
                        """)
                .param(rows(facts, fact -> new Row(fact.launch(), null, fact.gap(), fact.revision(), fact)))
                .query(UUID.class)
                .list();
    }

    /** All that is known of the launches whose plan is known. */
    List<LaunchView> views(Collection<UUID> launches) {
        String[] ids = sorted(launches);
        Map<UUID, Map<String, ReadinessFact>> readiness = new HashMap<>();
        facts("market_readiness", ids, ReadinessFact.class)
                .forEach(fact -> readiness
                        .computeIfAbsent(fact.launch(), key -> new HashMap<>())
                        .put(fact.region(), fact));
        Map<UUID, Map<String, StaffFact>> staff = new HashMap<>();
        facts("market_staff", ids, StaffFact.class)
                .forEach(fact -> staff.computeIfAbsent(fact.launch(), key -> new HashMap<>())
                        .put(fact.region(), fact));
        Map<UUID, List<GapFact>> gaps = new HashMap<>();
        facts("gap", ids, GapFact.class)
                .forEach(fact -> gaps.computeIfAbsent(fact.launch(), key -> new ArrayList<>())
                        .add(fact));
        return launches(launches).values().stream()
                .map(launch -> new LaunchView(
                        launch,
                        readiness.getOrDefault(launch.launch(), Map.of()),
                        staff.getOrDefault(launch.launch(), Map.of()),
                        gaps.getOrDefault(launch.launch(), List.of())))
                .toList();
    }

    private <T> List<T> facts(String table, String[] launches, Class<T> type) {
        return jdbc.sql("SELECT fact FROM " + table + " WHERE launch_id = ANY (?::uuid[])")
                .param(launches)
                .query((row, number) -> read(row, type))
                .list();
    }

    /** Notes when time alone may change who is told; null when it can't. */
    void keepTurns(Map<UUID, @Nullable Instant> turns) {
        List<Turn> rows = new ArrayList<>();
        turns.forEach((launch, at) -> rows.add(new Turn(launch, at)));
        jdbc.sql("""
                        UPDATE launch AS kept
                           SET next_turn = new.at
                          FROM jsonb_to_recordset(?::jsonb) AS new (launch uuid, at timestamptz)
                         WHERE kept.launch_id = new.launch AND kept.next_turn IS DISTINCT FROM new.at
                        """).param(json.write(rows)).update();
    }

    /** Locks some launches whose turn has come; those that another instance holds are left to it. */
    List<UUID> lockDue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT launch_id FROM launch
                         WHERE next_turn <= ?
                         ORDER BY launch_id
                         LIMIT ?
                           FOR UPDATE SKIP LOCKED
                        """)
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** Locks the next launches, by id, in which somebody may have a part now. */
    List<UUID> lockOpenAfter(UUID last, int limit) {
        return jdbc.sql("""
                        SELECT launch_id FROM launch
                         WHERE launch_id > ? AND fact ->> 'status' IN ('PLANNED', 'ON_HOLD', 'LIVE')
                         ORDER BY launch_id
                         LIMIT ?
                           FOR UPDATE
                        """).param(last).param(limit).query(UUID.class).list();
    }

    private <T> T read(ResultSet row, Class<T> type) throws SQLException {
        return json.read(row.getString("fact"), type);
    }

    private <T> String rows(Collection<T> facts, Function<T, Row> row) {
        return json.write(facts.stream().map(row).toList());
    }

    private static String[] sorted(Collection<UUID> launches) {
        // PostgreSQL orders ids as their text does, Java does not.
        TreeSet<String> ids = new TreeSet<>();
        launches.forEach(launch -> ids.add(launch.toString()));
        return ids.toArray(String[]::new);
    }

    private record Row(
            UUID launch, @Nullable String region, @Nullable UUID gap, long revision, Object fact) {}

    private record Turn(UUID launch, @Nullable Instant at) {}
}
