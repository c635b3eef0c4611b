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

    /** Which gaps a list shows; what is merged only where that status is asked for, as it counts in another gap. */
    public record Filter(@Nullable UUID launch, List<GapStatus> statuses, List<Severity> severities) {}

    /** The undecided blockers in the way of each of the markets, sorted; a market without any is not among them. */
    public Map<MarketKey, List<OpenBlocker>> openBlockers(Collection<MarketKey> markets) {
        record Row(MarketKey market, OpenBlocker blocker) {}
        return jdbc
                .sql("""
                        SELECT g.launch_id, wanted.region, g.id, g.feature
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN feature_gap g ON g.launch_id = wanted.launch_id AND g.blocks AND wanted.region = ANY(g.regions)
                         ORDER BY g.feature, g.id
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> new Row(
                        new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                        new OpenBlocker(row.getObject("id", UUID.class), row.getString("feature"))))
                .list()
                .stream()
                .collect(groupingBy(Row::market, mapping(Row::blocker, toList())));
    }

    /** The gap; empty when there is none. */
    Optional<Gap> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of the gaps that there are. */
    List<Gap> find(Collection<UUID> ids) {
        return jdbc.sql("SELECT * FROM feature_gap WHERE id = ANY(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    /** The gaps of the features with all that is merged into or with them. */
    GapTrees trees(Collection<FeatureKey> features) {
        return trees(features, "");
    }

    /** As {@link #trees}, locked until the transaction ends, in the order of their features. */
    GapTrees lockTrees(Collection<FeatureKey> features) {
        return trees(features, "FOR UPDATE OF g");
    }

    private GapTrees trees(Collection<FeatureKey> features, String lock) {
        return new GapTrees(jdbc.sql("""
                        WITH RECURSIVE above AS (
                            SELECT id, merged_into
                              FROM feature_gap
                              JOIN unnest(?::uuid[], ?::text[]) AS wanted (launch_id, feature_hash)
                             USING (launch_id, feature_hash)
                             UNION
                            SELECT g.id, g.merged_into FROM feature_gap g JOIN above ON g.id = above.merged_into),
                        tree AS (
                            SELECT id FROM above WHERE merged_into IS NULL
                             UNION
                            SELECT g.id FROM feature_gap g JOIN tree ON g.merged_into = tree.id)
                        SELECT g.* FROM feature_gap g JOIN tree USING (id)
                         ORDER BY g.launch_id, g.feature_hash
                        %s
                        """.formatted(lock))
                .params(
                        features.stream().map(FeatureKey::launchId).toArray(UUID[]::new),
                        features.stream().map(FeatureKey::hash).toArray(String[]::new))
                .query((row, index) -> read(row))
                .list());
    }

    /** A part of a list in the order of severity, the worst first; {@code after} is where the part before ended. */
    List<Gap> search(Filter filter, @Nullable GapPosition after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM feature_gap
                         WHERE revision > 0
                           AND (:launch::uuid IS NULL OR launch_id = :launch::uuid)
                           AND CASE cardinality(:statuses::text[]) WHEN 0 THEN status <> 'MERGED'
                               ELSE status = ANY(:statuses::text[]) END
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

    /** The gaps of the features, each made where there is none yet, with their trees, locked in the order of their features. */
    GapTrees lockOrName(List<Gap> named) {
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
        return lockTrees(named.stream().map(Gap::key).toList());
    }

    /** Keeps the new revisions of gaps that are locked. */
    void update(List<Gap> gaps) {
        jdbc.sql("""
                        UPDATE feature_gap g
                           SET revision = next.revision, severity = next.severity, severity_rank = next.severity_rank,
                               status = next.status, blocks = next.blocks, reason = next.reason, target_date = next.target_date,
                               regions = ARRAY(SELECT jsonb_array_elements_text(next.regions::jsonb)),
                               reporters = ARRAY(SELECT jsonb_array_elements_text(next.reporters::jsonb)),
                               breadth = next.breadth, revenue_at_risk = next.revenue_at_risk::jsonb, reopened = next.reopened,
                               merged_into = next.merged_into, before_merge = next.before_merge::jsonb
                          FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::boolean[], ?::text[], ?::date[],
                                      ?::text[], ?::text[], ?::int[], ?::text[], ?::boolean[], ?::uuid[], ?::text[])
                            AS next (id, revision, severity, severity_rank, status, blocks, reason, target_date, regions,
                                     reporters, breadth, revenue_at_risk, reopened, merged_into, before_merge)
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
                        gaps.stream().map(Gap::reopened).toArray(Boolean[]::new),
                        gaps.stream().map(it -> it.mergedInto().orElse(null)).toArray(UUID[]::new),
                        gaps.stream().map(it -> beforeMerge(it.merge())).toArray(String[]::new))
                .update();
    }

    private @Nullable String beforeMerge(@Nullable Merge merge) {
        return merge == null ? null : json.write(merge.before());
    }

    private Gap read(ResultSet row) throws SQLException {
        UUID mergedInto = row.getObject("merged_into", UUID.class);
        return new Gap(
                row.getObject("id", UUID.class),
                new FeatureKey(row.getObject("launch_id", UUID.class), row.getString("feature_hash")),
                row.getString("feature"),
                row.getLong("revision"),
                new Outcome(
                        GapStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        row.getObject("target_date", LocalDate.class),
                        row.getBoolean("reopened")),
                new Weight(
                        Severity.valueOf(row.getString("severity")),
                        texts(row.getArray("regions")),
                        texts(row.getArray("reporters")),
                        row.getInt("breadth"),
                        List.of(json.read(row.getString("revenue_at_risk"), RevenueAtRisk[].class))),
                mergedInto == null
                        ? null
                        : new Merge(mergedInto, json.read(row.getString("before_merge"), Outcome.class)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
