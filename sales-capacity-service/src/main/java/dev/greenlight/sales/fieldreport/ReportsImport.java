package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.FileImport;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.exchange.RowByRow;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files the reports of a rep's table, row by row as by the single call. A row with an id is about a report that was filed already:
 * that one is never edited.
 */
@Component
class ReportsImport implements FileImport {
    private static final int LONGEST_CELL = 20_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_GAPS = 20;
    private static final int MOST_OPPORTUNITIES = 100;

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final OpportunityRepository opportunities;
    private final LaunchRepository launches;
    private final RowByRow rowByRow;

    ReportsImport(
            ReportDesk desk,
            ReportRepository reports,
            OpportunityRepository opportunities,
            LaunchRepository launches,
            RowByRow rowByRow) {
        this.desk = desk;
        this.reports = reports;
        this.opportunities = opportunities;
        this.launches = launches;
        this.rowByRow = rowByRow;
    }

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public List<String> columns() {
        return List.of("launch", "account", "verdict");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        ReadRows<Row> read = ReadRows.of(rows, LONGEST_CELL, ReportsImport::read, Row::identity);
        // Before any market, as in the single call; then all markets in one order.
        opportunities.holdStill();
        launches.lockMarkets(read.values().stream()
                .filter(row -> row.id() == null && row.hearing().region() != null)
                .map(row ->
                        new MarketKey(row.launch(), String.valueOf(row.hearing().region())))
                .distinct()
                .toList());
        Map<UUID, FieldReport> known = reports
                .find(read.values().stream()
                        .map(Row::id)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList())
                .stream()
                .collect(Collectors.toMap(FieldReport::id, report -> report));
        return read.report(read.read().stream()
                .map(row -> rowByRow.apply(row.row(), () -> take(caller, row.value(), known)))
                .toList());
    }

    private RowStatus take(Caller caller, Row row, Map<UUID, FieldReport> known) {
        if (row.id() == null) {
            desk.file(caller, row.launch(), row.hearing());
            return RowStatus.CREATED;
        }
        FieldReport filed = Optional.ofNullable(known.get(row.id()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no report with this id; leave the id empty to file a new one"));
        if (!row.says(filed)) {
            throw new IllegalArgumentException("A report is never edited: correct or withdraw it, one by one");
        }
        return RowStatus.UNCHANGED;
    }

    private static Value<Row> read(FileRow row) {
        UUID launch = row.id("launch");
        if (launch == null) {
            throw new IllegalArgumentException("launch is empty");
        }
        Faults faults = new Faults();
        ReportVerdict verdict = constant("verdict", ReportVerdict.class, row.required("verdict"));
        Hearing hearing = new Hearing(
                faults.optionalText("/region", row.optional("region"), LONGEST_NAME),
                faults.optionalText("/segment", row.optional("segment"), LONGEST_NAME),
                String.valueOf(faults.text("/account", row.optional("account"), LONGEST_NAME)),
                atMost("opportunities", MOST_OPPORTUNITIES, row.list("opportunities")),
                verdict,
                faults.optionalText("/text", row.optional("text"), LONGEST_TEXT),
                atMost("gaps", MOST_GAPS, row.list("gaps")).stream()
                        .map(line -> missing(line, verdict, faults))
                        .toList());
        hearing.check(faults);
        RowByRow.refuse(faults);
        return new Value<>(new Row(row.id("id"), launch, hearing), List.of());
    }

    private static List<String> atMost(String column, int most, List<String> lines) {
        if (lines.size() > most) {
            throw new IllegalArgumentException(column + " has at most " + most + " lines");
        }
        return lines;
    }

    /** A missing feature after its severity, which may be left out where nothing can be sold. */
    private static MissingFeature missing(String line, ReportVerdict verdict, Faults faults) {
        for (GapSeverity severity : GapSeverity.values()) {
            String prefix = severity + ":";
            if (line.startsWith(prefix)) {
                String feature = faults.text("/gaps", line.substring(prefix.length()), LONGEST_NAME);
                return new MissingFeature(String.valueOf(feature), severity);
            }
        }
        if (verdict == ReportVerdict.NOT_SELLABLE) {
            return new MissingFeature(String.valueOf(faults.text("/gaps", line, LONGEST_NAME)), GapSeverity.BLOCKER);
        }
        throw new IllegalArgumentException(
                "gaps has one missing feature on each line after its severity: \"BLOCKER: Offline mode\"");
    }

    private static <E extends Enum<E>> E constant(String column, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column + " is one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /**
     * A report as a row tells of it.
     *
     * @param id null for one that is to be filed
     */
    private record Row(@Nullable UUID id, UUID launch, Hearing hearing) {

        /** What two rows can't both be about: one report, or one hearing. */
        Object identity() {
            return id == null ? Map.entry(launch, hearing) : id;
        }

        boolean says(FieldReport filed) {
            return launch.equals(filed.market().launchId())
                    && hearing.equals(new Hearing(
                            filed.market().region(),
                            filed.segment(),
                            filed.account(),
                            ReportsExport.opportunities(filed),
                            filed.verdict(),
                            filed.text(),
                            filed.gaps()));
        }
    }
}
