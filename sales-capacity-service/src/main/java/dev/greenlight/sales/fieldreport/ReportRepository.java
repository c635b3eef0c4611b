package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.money.Money;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import dev.greenlight.sales.rows.Columns;
import dev.greenlight.sales.rows.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The field reports, each with its opportunities as it was last published with them. */
@Repository
class ReportRepository {
    private final JdbcClient jdbc;
    private final JsonColumn json;

    ReportRepository(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<FieldReport> find(UUID reportId) {
        return withOpportunities(jdbc.sql("SELECT * FROM field_report WHERE report_id = :id")
                        .param("id", reportId)
                        .query((row, number) -> report(row))
                        .list())
                .stream()
                .findFirst();
    }

    List<FieldReport> find(Collection<UUID> reportIds) {
        return withOpportunities(jdbc.sql("SELECT * FROM field_report WHERE report_id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(reportIds, id -> id))
                .query((row, number) -> report(row))
                .list());
    }

    Optional<FieldReport> lock(UUID reportId) {
        return withOpportunities(jdbc.sql("SELECT * FROM field_report WHERE report_id = :id FOR NO KEY UPDATE")
                        .param("id", reportId)
                        .query((row, number) -> report(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Locks what was held back while decisions on these launches were pending. */
    List<FieldReport> lockHeld(Collection<UUID> launchIds) {
        return withOpportunities(jdbc.sql("""
                        SELECT * FROM field_report
                        WHERE launch_id = ANY (:launches::uuid[]) AND (revision = 0 OR ending IS NOT NULL)
                        ORDER BY report_id FOR NO KEY UPDATE
                        """)
                .param("launches", Columns.of(launchIds, id -> id))
                .query((row, number) -> report(row))
                .list());
    }

    /** Locks the standing reports that name an opportunity of which the CRM now says something else. */
    List<FieldReport> lockOvertaken() {
        return withOpportunities(
                jdbc.sql("""
                        SELECT * FROM field_report r
                        WHERE r.status = 'STANDING' AND EXISTS (
                            SELECT 1 FROM report_opportunity n
                            JOIN opportunity o USING (opportunity_id) LEFT JOIN product p USING (product_key)
                            WHERE n.report_id = r.report_id
                              AND (n.product, n.amount, n.currency, n.estimated, n.open) IS DISTINCT FROM
                                  (coalesce(p.name, o.product), coalesce(o.amount, p.amount, 0),
                                   CASE WHEN o.amount IS NULL THEN coalesce(p.currency, o.currency) ELSE o.currency END,
                                   o.amount IS NULL, o.open))
                        ORDER BY r.report_id FOR NO KEY UPDATE OF r
                        """).query((row, number) -> report(row)).list());
    }

    /**
     * Which of a launch's reports are wanted; null takes all.
     *
     * @param reporter user id
     * @param account upper and lower case make no difference
     */
    record Filter(
            @Nullable String region,
            @Nullable String reporter,
            @Nullable ReportStatus status,
            @Nullable String account) {}

    /**
     * A page of a launch's reports, the newest first.
     *
     * @param before only older ones than this; null from the newest
     */
    List<FieldReport> list(UUID launchId, Filter filter, @Nullable UUID before, int limit) {
        return withOpportunities(jdbc.sql("""
                        SELECT * FROM field_report
                        WHERE launch_id = :launch
                          AND (:region::text IS NULL OR region = :region::text)
                          AND (:reporter::text IS NULL OR reporter = :reporter::text)
                          AND (:status::text IS NULL OR status = :status::text)
                          AND (:account::text IS NULL OR lower(account) = lower(:account::text))
                          AND (:before::uuid IS NULL OR report_id < :before::uuid)
                        ORDER BY report_id DESC LIMIT :limit
                        """)
                .param("launch", launchId)
                .param("region", filter.region())
                .param("reporter", filter.reporter())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("account", filter.account())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> report(row))
                .list());
    }

    void insert(FieldReport report) {
        jdbc.sql("""
                        INSERT INTO field_report (report_id, revision, launch_id, region, segment, account, reporter, reported_at,
                            plan_revision, verdict, text, gaps, status, supersedes)
                        VALUES (:id, :revision, :launch, :region, :segment, :account, :reporter, :at::timestamptz,
                            :planRevision, :verdict, :text, :gaps::jsonb, :status, :supersedes)
                        """)
                .param("id", report.id())
                .param("revision", report.revision())
                .param("launch", report.market().launchId())
                .param("region", report.market().region())
                .param("segment", report.segment())
                .param("account", report.account())
                .param("reporter", report.reporter())
                .param("at", report.reportedAt().toString())
                .param("planRevision", report.planRevision())
                .param("verdict", report.verdict().name())
                .param("text", report.text())
                .param("gaps", json.write(report.gaps()))
                .param("status", report.status().name())
                .param("supersedes", report.supersedes())
                .update();
        saveOpportunities(List.of(report));
    }

    /** Writes what may change of reports: revision, status, ending, and what the CRM says of their opportunities. */
    void update(Collection<FieldReport> reports) {
        jdbc.sql("""
                        UPDATE field_report SET revision = given.revision, status = given.status,
                            status_reason = given.status_reason, ending = given.ending, ending_reason = given.ending_reason
                        FROM unnest(:ids::uuid[], :revisions::bigint[], :statuses::text[], :reasons::text[], :endings::text[],
                            :endingReasons::text[]) AS given (report_id, revision, status, status_reason, ending, ending_reason)
                        WHERE field_report.report_id = given.report_id
                        """)
                .param("ids", Columns.of(reports, FieldReport::id))
                .param("revisions", Columns.of(reports, FieldReport::revision))
                .param("statuses", Columns.of(reports, FieldReport::status))
                .param("reasons", Columns.of(reports, FieldReport::statusReason))
                .param("endings", Columns.of(reports, r -> ofEnding(r, Ending::status)))
                .param("endingReasons", Columns.of(reports, r -> ofEnding(r, Ending::reason)))
                .update();
        saveOpportunities(reports);
    }

    private void saveOpportunities(Collection<FieldReport> reports) {
        List<Naming> namings = reports.stream()
                .flatMap(report -> report.opportunities().stream().map(named -> new Naming(report.id(), named)))
                .toList();
        if (namings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO report_opportunity (report_id, opportunity_id, product, amount, currency, estimated, open)
                        SELECT * FROM unnest(:reports::uuid[], :ids::text[], :products::text[], :amounts::bigint[],
                            :currencies::text[], :estimated::boolean[], :opens::boolean[])
                        ON CONFLICT (report_id, opportunity_id) DO UPDATE SET product = excluded.product,
                            amount = excluded.amount, currency = excluded.currency, estimated = excluded.estimated,
                            open = excluded.open
                        """)
                .param("reports", Columns.of(namings, Naming::reportId))
                .param("ids", Columns.of(namings, n -> n.named().id()))
                .param("products", Columns.of(namings, n -> n.named().product()))
                .param("amounts", Columns.of(namings, n -> n.named().value().amount()))
                .param("currencies", Columns.of(namings, n -> n.named().value().currency()))
                .param("estimated", Columns.of(namings, n -> n.named().estimated()))
                .param("opens", Columns.of(namings, n -> n.named().open()))
                .update();
    }

    private static @Nullable Object ofEnding(FieldReport report, Function<Ending, @Nullable Object> part) {
        return report.ending() == null ? null : part.apply(report.ending());
    }

    private List<FieldReport> withOpportunities(List<FieldReport> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        Map<UUID, List<NamedOpportunity>> byReport = jdbc
                .sql("""
                        SELECT * FROM report_opportunity WHERE report_id = ANY (:ids::uuid[]) ORDER BY report_id, opportunity_id
                        """)
                .param("ids", Columns.of(reports, FieldReport::id))
                .query((row, number) -> naming(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Naming::reportId, Collectors.mapping(Naming::named, Collectors.toList())));
        return reports.stream()
                .map(report -> stored(report, byReport.getOrDefault(report.id(), List.of())))
                .toList();
    }

    private static FieldReport stored(FieldReport report, List<NamedOpportunity> opportunities) {
        return new FieldReport(
                report.id(),
                report.revision(),
                report.market(),
                report.segment(),
                report.account(),
                report.reporter(),
                report.reportedAt(),
                report.planRevision(),
                report.verdict(),
                report.text(),
                report.gaps(),
                opportunities,
                report.status(),
                report.statusReason(),
                report.supersedes(),
                report.ending());
    }

    private static Naming naming(ResultSet row) throws SQLException {
        return new Naming(
                row.getObject("report_id", UUID.class),
                new NamedOpportunity(
                        row.getString("opportunity_id"),
                        row.getString("product"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getBoolean("estimated"),
                        row.getBoolean("open")));
    }

    private FieldReport report(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new FieldReport(
                row.getObject("report_id", UUID.class),
                row.getLong("revision"),
                new MarketKey(row.getObject("launch_id", UUID.class), row.getString("region")),
                row.getString("segment"),
                row.getString("account"),
                row.getString("reporter"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getLong("plan_revision"),
                ReportVerdict.valueOf(row.getString("verdict")),
                row.getString("text"),
                json.read(row.getString("gaps"), MissingFeature.class),
                List.of(),
                ReportStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                row.getObject("supersedes", UUID.class),
                ending == null ? null : new Ending(ReportStatus.valueOf(ending), row.getString("ending_reason")));
    }

    private record Naming(UUID reportId, NamedOpportunity named) {}
}
