package dev.greenlight.launchservice.gap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps gaps in their current revision. */
@Repository
public class GapRepository {
    private final JdbcClient jdbc;
    private final StoredJson json;

    GapRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Which gaps a list shows. */
    public record Filter(@Nullable UUID launch, List<GapStatus> statuses, List<Severity> severities) {}

    /** The features of undecided blockers in the way of each of the markets, sorted; a market without any is not among them. */
    public Map<MarketKey, List<String>> openBlockers(Collection<MarketKey> markets) {
        record Row(MarketKey market, String feature) {}
        return jdbc
                .sql("""
                        SELECT g.launch_id, wanted.region, g.feature
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN feature_gap g ON g.launch_id = wanted.launch_id AND g.blocks AND wanted.region = ANY(g.regions)
                         ORDER BY g.feature, g.id
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> new Row(
                        new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                        row.getString("feature")))
                .list()
                .stream()
                .collect(groupingBy(Row::market, mapping(Row::feature, toList())));
    }

    /** The gap; empty when there is none. */
    Optional<Gap> find(UUID id) {
        return jdbc.sql("SELECT * FROM feature_gap WHERE id = ?")
                .param(id)
                .query((row, index) -> read(row))
                .optional();
    }

    /** The gap, locked until the transaction ends. */
    Optional<Gap> lock(UUID id) {
        return jdbc.sql("SELECT * FROM feature_gap WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, index) -> read(row))
                .optional();
    }

    /** A part of a list in the order of severity, the worst first; {@code after} is where the part before ended. */
    List<Gap> search(Filter filter, @Nullable GapPosition after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM feature_gap
                         WHERE revision > 0
                           AND (:launch::uuid IS NULL OR launch_id = :launch::uuid)
                           AND (cardinality(:statuses::text[]) = 0 OR status = ANY(:statuses::text[]))
                           AND (cardinality(:severities::text[]) = 0 OR severity = ANY(:severities::text[]))
                           AND (:rank::int IS NULL OR (-severity_rank, id) > (-(:rank::int), :id::uuid))
                         ORDER BY -severity_rank, id
                         LIMIT :limit
                        """)
                .param("launch", filter.launch())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "severities",
                        filter.severities().stream().map(Enum::name).toArray(String[]::new))
                .param("rank", after == null ? null : after.severity().rank())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    /** The gaps of the features, each made where there is none yet, locked in the order of their features. */
    List<Gap> lockOrName(List<Gap> named) {
        jdbc.sql("""
                        INSERT INTO feature_gap (id, launch_id, feature_hash, feature, revision, severity, severity_rank, status,
                                                 blocks, regions, reporters, breadth, revenue_at_risk, reopened)
                        SELECT id, launch_id, feature_hash, feature, 0, 'MINOR', 0, 'NEW', false, '{}', '{}', 0, '[]', false
                          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[])
                            AS named (id, launch_id, feature_hash, feature)
                         ORDER BY launch_id, feature_hash
                            ON CONFLICT (launch_id, feature_hash) DO NOTHING
                        """)
                .params(
                        named.stream().map(Gap::id).toArray(UUID[]::new),
                        named.stream().map(it -> it.key().launchId()).toArray(UUID[]::new),
                        named.stream().map(it -> it.key().hash()).toArray(String[]::new),
                        named.stream().map(Gap::feature).toArray(String[]::new))
                .update();
        return lock(named.stream().map(Gap::key).toList());
    }

    /** The gaps of the features, locked in the order of their features. */
    List<Gap> lock(Collection<FeatureKey> features) {
        return jdbc.sql("""
                        SELECT g.*
                          FROM feature_gap g
                          JOIN unnest(?::uuid[], ?::text[]) AS wanted (launch_id, feature_hash) USING (launch_id, feature_hash)
                         ORDER BY g.launch_id, g.feature_hash
                           FOR UPDATE OF g
                        """)
                .params(
                        features.stream().map(FeatureKey::launchId).toArray(UUID[]::new),
                        features.stream().map(FeatureKey::hash).toArray(String[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    /** Keeps the new revisions of gaps that are locked. */
    void update(List<Gap> gaps) {
        jdbc.sql("""
                        UPDATE feature_gap g
                           SET revision = next.revision, severity = next.severity, severity_rank = next.severity_rank,
                               status = next.status, blocks = next.blocks, reason = next.reason, target_date = next.target_date,
                               regions = ARRAY(SELECT jsonb_array_elements_text(next.regions::jsonb)),
                               reporters = ARRAY(SELECT jsonb_array_elements_text(next.reporters::jsonb)),
                               breadth = next.breadth, revenue_at_risk = next.revenue_at_risk::jsonb, reopened = next.reopened
                          FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::boolean[], ?::text[], ?::date[],
                                      ?::text[], ?::text[], ?::int[], ?::text[], ?::boolean[])
                            AS next (id, revision, severity, severity_rank, status, blocks, reason, target_date, regions,
                                     reporters, breadth, revenue_at_risk, reopened)
                         WHERE g.id = next.id
                        """)
                .params(
                        gaps.stream().map(Gap::id).toArray(UUID[]::new),
                        gaps.stream().map(Gap::revision).toArray(Long[]::new),
                        gaps.stream().map(it -> it.severity().name()).toArray(String[]::new),
                        gaps.stream().map(it -> it.severity().rank()).toArray(Integer[]::new),
                        gaps.stream().map(it -> it.status().name()).toArray(String[]::new),
                        gaps.stream().map(Gap::blocks).toArray(Boolean[]::new),
                        gaps.stream().map(Gap::reason).toArray(String[]::new),
                        gaps.stream()
                                .map(it -> it.targetDate() == null
                                        ? null
                                        : it.targetDate().toString())
                                .toArray(String[]::new),
                        gaps.stream().map(it -> json.write(it.regions())).toArray(String[]::new),
                        gaps.stream().map(it -> json.write(it.reporters())).toArray(String[]::new),
                        gaps.stream().map(Gap::breadth).toArray(Integer[]::new),
                        gaps.stream().map(it -> json.write(it.revenueAtRisk())).toArray(String[]::new),
                        gaps.stream().map(Gap::reopened).toArray(Boolean[]::new))
                .update();
    }

    private Gap read(ResultSet row) throws SQLException {
        return new Gap(
                row.getObject("id", UUID.class),
                new FeatureKey(row.getObject("launch_id", UUID.class), row.getString("feature_hash")),
                row.getString("feature"),
                row.getLong("revision"),
                Severity.valueOf(row.getString("severity")),
                GapStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("target_date", LocalDate.class),
                texts(row.getArray("regions")),
                texts(row.getArray("reporters")),
                row.getInt("breadth"),
                List.of(json.read(row.getString("revenue_at_risk"), RevenueAtRisk[].class)),
                row.getBoolean("reopened"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
