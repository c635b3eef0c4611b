package dev.greenlight.launchservice.fieldreport;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.greenlight.launchservice.fieldreport.FieldReport.MissingFeature;
import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Status;
import dev.greenlight.launchservice.fieldreport.FieldReport.Verdict;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Keeps the newest revision of each field report, and which features it names. */
@Repository
public class FieldReportRepository {
    private static final TypeReference<List<Opportunity>> OPPORTUNITIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    FieldReportRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What keeping a report did: its revision from before, null for a report that was not known, and whether it stood then. */
    public record Kept(FieldReport report, @Nullable Status before) {
        /** Whether the report was not known before. */
        public boolean isNew() {
            return before == null;
        }
    }

    /** Keeps those reports that are newer than what is kept, at most one revision of each, and says which. */
    public List<Kept> keepNewer(Collection<FieldReport> reports) {
        Map<UUID, Status> before = statuses(reports);
        Set<UUID> newer = upsert(reports);
        List<Kept> kept = reports.stream()
                .filter(report -> newer.contains(report.id()))
                .map(report -> new Kept(report, before.get(report.id())))
                .toList();
        keepFeatures(kept.stream().filter(Kept::isNew).map(Kept::report).toList());
        return kept;
    }

    /** Who has been heard in each of the markets: reports that stand. */
    public Map<MarketKey, List<Heard>> heard(Collection<MarketKey> markets) {
        record Row(MarketKey market, Heard heard) {}
        return jdbc
                .sql("""
                        SELECT DISTINCT launch_id, region, segment, account, reporter, plan_revision
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, region)
                          JOIN field_report USING (launch_id, region)
                         WHERE status = 'STANDING'
                        """)
                .params(MarketKey.launchIds(markets), MarketKey.regions(markets))
                .query((row, index) -> new Row(
                        market(row),
                        new Heard(
                                row.getString("segment"),
                                row.getString("account"),
                                row.getString("reporter"),
                                row.getLong("plan_revision"))))
                .list()
                .stream()
                .collect(groupingBy(Row::market, mapping(Row::heard, toList())));
    }

    /** How many reports of each of the launches are known, of all markets together; a launch without any is not among them. */
    public Map<UUID, ReportCounts> counts(Collection<UUID> launches) {
        record Row(UUID launch, ReportCounts counts) {}
        return jdbc
                .sql("""
                        SELECT launch_id, count(*) AS filed, count(*) FILTER (WHERE status <> 'STANDING') AS ended
                          FROM field_report
                         WHERE launch_id = ANY(?)
                         GROUP BY launch_id
                        """)
                .param(launches.toArray(UUID[]::new))
                .query((row, index) -> new Row(
                        row.getObject("launch_id", UUID.class),
                        new ReportCounts(row.getLong("filed"), row.getLong("ended"))))
                .list()
                .stream()
                .collect(toMap(Row::launch, Row::counts));
    }

    /** The features that the reports name. */
    public List<FeatureKey> featuresOf(Collection<UUID> reports) {
        return jdbc.sql("""
                        SELECT DISTINCT launch_id, feature_hash FROM report_feature
                         WHERE report_id = ANY(?)
                         ORDER BY launch_id, feature_hash
                        """)
                .param(reports.toArray(UUID[]::new))
                .query((row, index) -> feature(row))
                .list();
    }

    /** All reports that name each of the features, those that have ended too, in the order in which they were filed. */
    public Map<FeatureKey, List<Mention>> mentions(Collection<FeatureKey> features) {
        record Row(FeatureKey feature, Mention mention) {}
        return jdbc
                .sql("""
                        SELECT f.launch_id, f.feature_hash, f.severity, r.id, r.region, r.segment, r.account, r.reporter,
                               r.reported_at, r.verdict, r.status, r.text, r.as_of, r.opportunities
                          FROM unnest(?::uuid[], ?::text[]) AS wanted (launch_id, feature_hash)
                          JOIN report_feature f USING (launch_id, feature_hash)
                          JOIN field_report r ON r.id = f.report_id
                         ORDER BY r.reported_at, r.id
                        """)
                .params(
                        features.stream().map(FeatureKey::launchId).toArray(UUID[]::new),
                        features.stream().map(FeatureKey::hash).toArray(String[]::new))
                .query((row, index) -> new Row(feature(row), mention(row)))
                .list()
                .stream()
                .collect(groupingBy(Row::feature, mapping(Row::mention, toList())));
    }

    private Map<UUID, Status> statuses(Collection<FieldReport> reports) {
        record Row(UUID id, Status status) {}
        return jdbc
                .sql("SELECT id, status FROM field_report WHERE id = ANY(?)")
                .param(reports.stream().map(FieldReport::id).toArray(UUID[]::new))
                .query((row, index) ->
                        new Row(row.getObject("id", UUID.class), Status.valueOf(row.getString("status"))))
                .list()
                .stream()
                .collect(toMap(Row::id, Row::status));
    }

    private Set<UUID> upsert(Collection<FieldReport> reports) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO field_report AS kept
                               (id, revision, as_of, launch_id, region, segment, account, reporter, reported_at, plan_revision,
                                verdict, text, opportunities, status)
                        SELECT id, revision, as_of, launch_id, region, segment, account, reporter, reported_at, plan_revision,
                               verdict, text, opportunities::jsonb, status
                          FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                            AS heard (id, revision, as_of, launch_id, region, segment, account, reporter, reported_at,
                                      plan_revision, verdict, text, opportunities, status)
                         ORDER BY id
                            ON CONFLICT (id) DO UPDATE
                           SET revision = excluded.revision, as_of = excluded.as_of,
                               opportunities = excluded.opportunities, status = excluded.status
                         WHERE excluded.revision > kept.revision
                        RETURNING id
                        """)
                .params(
                        reports.stream().map(FieldReport::id).toArray(UUID[]::new),
                        reports.stream().map(FieldReport::revision).toArray(Long[]::new),
                        reports.stream().map(it -> it.asOf().toString()).toArray(String[]::new),
                        reports.stream().map(it -> it.market().launchId()).toArray(UUID[]::new),
                        reports.stream().map(it -> it.market().region()).toArray(String[]::new),
                        reports.stream().map(FieldReport::segment).toArray(String[]::new),
                        reports.stream().map(FieldReport::account).toArray(String[]::new),
                        reports.stream().map(FieldReport::reporter).toArray(String[]::new),
                        reports.stream().map(it -> it.reportedAt().toString()).toArray(String[]::new),
                        reports.stream().map(FieldReport::planRevision).toArray(Long[]::new),
                        reports.stream().map(it -> it.verdict().name()).toArray(String[]::new),
                        reports.stream().map(FieldReport::text).toArray(String[]::new),
                        reports.stream()
                                .map(it -> json.write(it.opportunities()))
                                .toArray(String[]::new),
                        reports.stream().map(it -> it.status().name()).toArray(String[]::new))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list());
    }

    /** What a report names never changes, so it is kept once. */
    private void keepFeatures(List<FieldReport> reports) {
        record Named(FieldReport report, MissingFeature missing) {}
        List<Named> named = new ArrayList<>();
        reports.forEach(report -> report.missing().forEach(missing -> named.add(new Named(report, missing))));
        if (named.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO report_feature (report_id, launch_id, feature_hash, severity)
                        SELECT report_id, launch_id, feature_hash, (array_agg(severity ORDER BY rank DESC))[1]
                          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[])
                            AS named (report_id, launch_id, feature_hash, severity, rank)
                         GROUP BY report_id, launch_id, feature_hash
                        """)
                .params(
                        named.stream().map(it -> it.report().id()).toArray(UUID[]::new),
                        named.stream()
                                .map(it -> it.report().market().launchId())
                                .toArray(UUID[]::new),
                        named.stream()
                                .map(it -> FeatureKey.of(
                                                it.report().market().launchId(),
                                                it.missing().feature())
                                        .hash())
                                .toArray(String[]::new),
                        named.stream()
                                .map(it -> it.report().severityOf(it.missing()).name())
                                .toArray(String[]::new),
                        named.stream()
                                .map(it -> it.report().severityOf(it.missing()).rank())
                                .toArray(Integer[]::new))
                .update();
    }

    private Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("segment"),
                row.getString("account"),
                row.getString("reporter"),
                instant(row, "reported_at"),
                Verdict.valueOf(row.getString("verdict")),
                Severity.valueOf(row.getString("severity")),
                Status.valueOf(row.getString("status")),
                row.getString("text"),
                instant(row, "as_of"),
                json.read(row.getString("opportunities"), OPPORTUNITIES));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static FeatureKey feature(ResultSet row) throws SQLException {
        return new FeatureKey(row.getObject("launch_id", UUID.class), row.getString("feature_hash"));
    }

    private static MarketKey market(ResultSet row) throws SQLException {
        return new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region"));
    }
}
