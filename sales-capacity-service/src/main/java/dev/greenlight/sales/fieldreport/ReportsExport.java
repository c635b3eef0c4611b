package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileExport;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the field has reported, launch by launch, the newest report of each first. */
@Component
class ReportsExport implements FileExport {
    private static final int AT_ONCE = 200;

    private final ReportRepository reports;
    private final JdbcClient jdbc;

    ReportsExport(ReportRepository reports, JdbcClient jdbc) {
        this.reports = reports;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "launch",
                "region",
                "segment",
                "account",
                "opportunities",
                "verdict",
                "text",
                "gaps",
                "status",
                "status_reason",
                "reporter",
                "reported_at",
                "plan_revision",
                "supersedes");
    }

    @Override
    public void write(Selection selection, Rows rows) {
        ReportRepository.Filter filter = new ReportRepository.Filter(selection.region(), null, null, null);
        UUID launch = nextLaunch(selection, null);
        while (launch != null) {
            List<FieldReport> part = reports.list(launch, filter, null, AT_ONCE);
            while (!part.isEmpty()) {
                part.forEach(report -> write(report, rows));
                part = reports.list(launch, filter, part.get(part.size() - 1).id(), AT_ONCE);
            }
            launch = nextLaunch(selection, launch);
        }
    }

    private static void write(FieldReport report, Rows rows) {
        rows.write(
                report.id(),
                report.market().launchId(),
                report.market().region(),
                report.segment(),
                report.account(),
                opportunities(report),
                report.verdict(),
                report.text(),
                gaps(report.gaps()),
                report.status(),
                report.statusReason(),
                report.reporter(),
                report.reportedAt(),
                report.planRevision(),
                report.supersedes());
    }

    static List<String> opportunities(FieldReport report) {
        return report.opportunities().stream().map(NamedOpportunity::id).toList();
    }

    /** Missing features as they stand in a cell, each after its severity. */
    static List<String> gaps(List<MissingFeature> missing) {
        return missing.stream()
                .map(gap -> gap.severity() + ": " + gap.feature())
                .toList();
    }

    private @Nullable UUID nextLaunch(Selection selection, @Nullable UUID after) {
        return jdbc.sql("""
                        SELECT launch_id FROM field_report
                        WHERE (:launch::uuid IS NULL OR launch_id = :launch::uuid)
                          AND (:after::uuid IS NULL OR launch_id > :after::uuid)
                        ORDER BY launch_id LIMIT 1
                        """)
                .param("launch", selection.launch())
                .param("after", after)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
