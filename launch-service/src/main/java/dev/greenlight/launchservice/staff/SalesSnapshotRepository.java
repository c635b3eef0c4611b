package dev.greenlight.launchservice.staff;

import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Keeps the newest snapshot of sales for each market. */
@Repository
public class SalesSnapshotRepository {
    private static final TypeReference<List<Commitment>> COMMITMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    SalesSnapshotRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The snapshots of those markets that sales has spoken of, in one query. */
    public Map<MarketKey, SalesSnapshot> find(Collection<MarketKey> markets) {
        return jdbc
                .sql("""
                        SELECT s.*
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN sales_snapshot s USING (launch_id, region)
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(SalesSnapshot::market, Function.identity()));
    }

    /** Keeps those snapshots that are newer than what is kept, at most one for each market, and says of which markets. */
    Set<MarketKey> keepNewer(Collection<SalesSnapshot> snapshots) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO sales_snapshot AS kept
                               (launch_id, region, revision, plan_revision, decision_id, commitments, reports_filed, reports_ended)
                        SELECT launch_id, region, revision, plan_revision, decision_id, commitments::jsonb, filed, ended
                          FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
                            AS heard (launch_id, region, revision, plan_revision, decision_id, commitments, filed, ended)
                         ORDER BY launch_id, region
                            ON CONFLICT (launch_id, region) DO UPDATE
                           SET revision = excluded.revision, plan_revision = excluded.plan_revision,
                               decision_id = excluded.decision_id, commitments = excluded.commitments,
                               reports_filed = excluded.reports_filed, reports_ended = excluded.reports_ended
                         WHERE excluded.revision > kept.revision
                        RETURNING launch_id, region
                        """)
                .params(
                        snapshots.stream().map(it -> it.market().launchId()).toArray(UUID[]::new),
                        snapshots.stream().map(it -> it.market().region()).toArray(String[]::new),
                        snapshots.stream().map(SalesSnapshot::revision).toArray(Long[]::new),
                        snapshots.stream().map(SalesSnapshot::planRevision).toArray(Long[]::new),
                        snapshots.stream().map(SalesSnapshot::decisionId).toArray(UUID[]::new),
                        snapshots.stream()
                                .map(it -> json.write(it.commitments()))
                                .toArray(String[]::new),
                        snapshots.stream()
                                .map(it -> ofLaunch(it, ReportCounts::filed))
                                .toArray(Long[]::new),
                        snapshots.stream()
                                .map(it -> ofLaunch(it, ReportCounts::ended))
                                .toArray(Long[]::new))
                .query((row, index) -> new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")))
                .list());
    }

    private SalesSnapshot read(ResultSet row) throws SQLException {
        return new SalesSnapshot(
                new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                row.getLong("revision"),
                row.getLong("plan_revision"),
                row.getObject("decision_id", UUID.class),
                json.read(row.getString("commitments"), COMMITMENTS),
                launchReports(row));
    }

    private static @Nullable Long ofLaunch(SalesSnapshot snapshot, Function<ReportCounts, Long> count) {
        ReportCounts reports = snapshot.launchReports();
        return reports == null ? null : count.apply(reports);
    }

    private static @Nullable ReportCounts launchReports(ResultSet row) throws SQLException {
        Long filed = row.getObject("reports_filed", Long.class);
        Long ended = row.getObject("reports_ended", Long.class);
        return filed == null || ended == null ? null : new ReportCounts(filed, ended);
    }
}
