package dev.greenlight.launchservice.readiness;

import static java.util.stream.Collectors.toMap;

import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Keeps the readiness of markets: as it is, and every revision that it ever had. */
@Repository
public class ReadinessRepository {
    private static final TypeReference<List<ConditionDocument>> CONDITIONS = new TypeReference<>() {};
    private static final TypeReference<List<Incident>> INCIDENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    ReadinessRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The readiness of those markets that were ever judged, in one query. */
    public Map<MarketKey, MarketReadiness> find(Collection<MarketKey> markets) {
        return jdbc
                .sql("""
                        SELECT r.*
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN market_readiness r USING (launch_id, region)
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(toMap(MarketReadiness::market, Function.identity()));
    }

    /** The readiness of the markets as it was at an instant. */
    public Map<MarketKey, MarketReadiness> findAsOf(Collection<MarketKey> markets, Instant asOf) {
        return jdbc
                .sql("""
                        SELECT DISTINCT ON (launch_id, region) r.*
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN market_readiness_revision r USING (launch_id, region)
                         WHERE r.at <= ?
                         ORDER BY launch_id, region, revision DESC
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets), Timestamp.from(asOf))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(toMap(MarketReadiness::market, Function.identity()));
    }

    /** Keeps new revisions; the launches of the markets are locked. */
    void keep(List<MarketReadiness> changed, Instant at) {
        jdbc.sql("""
                        WITH judged AS (
                            SELECT *
                              FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[],
                                          ?::text[], ?::text[], ?::text[], ?::boolean[])
                                AS judged (launch_id, region, revision, plan_revision, sales_revision, ready, live, conditions,
                                           last_decision, incidents, published)),
                        history AS (
                            INSERT INTO market_readiness_revision
                                   (launch_id, region, revision, at, plan_revision, sales_revision, ready, live, conditions,
                                    last_decision, incidents, published)
                            SELECT launch_id, region, revision, ?::timestamptz, plan_revision, sales_revision, ready, live,
                                   conditions::jsonb, last_decision::jsonb, incidents::jsonb, published
                              FROM judged)
                        INSERT INTO market_readiness
                               (launch_id, region, revision, plan_revision, sales_revision, ready, live, conditions,
                                last_decision, incidents, published)
                        SELECT launch_id, region, revision, plan_revision, sales_revision, ready, live,
                               conditions::jsonb, last_decision::jsonb, incidents::jsonb, published
                          FROM judged
                         ORDER BY launch_id, region
                            ON CONFLICT (launch_id, region) DO UPDATE
                           SET revision = excluded.revision, plan_revision = excluded.plan_revision,
                               sales_revision = excluded.sales_revision, ready = excluded.ready, live = excluded.live,
                               conditions = excluded.conditions, last_decision = excluded.last_decision,
                               incidents = excluded.incidents, published = excluded.published
                        """)
                .params(
                        MarketKey.launchIds(
                                changed.stream().map(MarketReadiness::market).toList()),
                        MarketKey.regions(
                                changed.stream().map(MarketReadiness::market).toList()),
                        changed.stream().map(MarketReadiness::revision).toArray(Long[]::new),
                        changed.stream().map(MarketReadiness::planRevision).toArray(Long[]::new),
                        changed.stream().map(MarketReadiness::salesRevision).toArray(Long[]::new),
                        changed.stream().map(MarketReadiness::ready).toArray(Boolean[]::new),
                        changed.stream().map(MarketReadiness::live).toArray(Boolean[]::new),
                        changed.stream().map(this::conditions).toArray(String[]::new),
                        changed.stream().map(it -> written(it.lastDecision())).toArray(String[]::new),
                        changed.stream().map(it -> json.write(it.incidents())).toArray(String[]::new),
                        changed.stream().map(MarketReadiness::published).toArray(Boolean[]::new),
                        Timestamp.from(at))
                .update();
    }

    private String conditions(MarketReadiness readiness) {
        return json.write(
                readiness.conditions().stream().map(ConditionDocument::of).toList());
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.write(value);
    }

    private MarketReadiness read(ResultSet row) throws SQLException {
        String lastDecision = row.getString("last_decision");
        return new MarketReadiness(
                new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                row.getLong("revision"),
                row.getLong("plan_revision"),
                row.getLong("sales_revision"),
                row.getBoolean("live"),
                json.read(row.getString("conditions"), CONDITIONS).stream()
                        .map(ConditionDocument::toCondition)
                        .toList(),
                lastDecision == null ? null : json.read(lastDecision, DecisionMade.class),
                json.read(row.getString("incidents"), INCIDENTS),
                row.getBoolean("published"));
    }
}
