package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.exchange.Exports;
import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportFile;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ImportReport.Outcome;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Read;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.exchange.RowByRow;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Gaps as files: given out with all that is known of them, taken back with what product says. */
@RestController
@RequestMapping("/api/gaps")
class GapFileController {
    private static final int GAPS_AT_ONCE = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CELL = 1_000_000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "launch",
            "feature",
            "status",
            "reason",
            "target_date",
            "merged_into",
            "revision",
            "severity",
            "reopened",
            "regions",
            "breadth",
            "reporters",
            "revenue_at_risk");
    private static final List<String> REQUIRED = List.of("id", "status");

    private final GapRepository repository;
    private final Gaps gaps;
    private final RowByRow rowByRow;
    private final Exports exports;
    private final IdempotentCalls calls;

    GapFileController(GapRepository repository, Gaps gaps, RowByRow rowByRow, Exports exports, IdempotentCalls calls) {
        this.repository = repository;
        this.gaps = gaps;
        this.rowByRow = rowByRow;
        this.exports = exports;
        this.calls = calls;
    }

    /** All gaps, the worst first, with those that are merged. */
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable UUID launch,
            @RequestParam(defaultValue = "") List<GapStatus> status,
            @RequestParam(defaultValue = "") List<Severity> severity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        // A list leaves out what is merged; a file that is to be taken back leaves out nothing.
        List<GapStatus> wanted = status.isEmpty() ? List.of(GapStatus.values()) : status;
        GapRepository.Filter filter = new GapRepository.Filter(launch, wanted, severity);
        exports.table(
                new Exports.Call(request, response), "gaps", COLUMNS, rows -> each(filter, gap -> write(gap, rows)));
    }

    /** Takes what product says of gaps, each as by the single call. */
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> takeBody(Caller caller, HttpServletRequest request) throws IOException {
        return take(caller, ImportFile.ofBody(request), request);
    }

    /** As with a body, with the file of a form. */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takeForm(
            Caller caller, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        return take(caller, ImportFile.ofForm(file), request);
    }

    private ResponseEntity<?> take(Caller caller, ImportFile file, HttpServletRequest request) {
        ReadRows<Row> read = ReadRows.of(file.rows(REQUIRED), LONGEST_CELL, GapFileController::read, Row::id);
        return calls.once(request, file.fingerprint(), () -> ResponseEntity.ok(take(caller, read)));
    }

    /** In the order of their launches, in which all lock them. */
    private ImportReport take(Caller caller, ReadRows<Row> read) {
        Map<UUID, Gap> known = repository
                .find(read.values().stream().map(Row::id).toList())
                .stream()
                .collect(Collectors.toMap(Gap::id, Function.identity()));
        List<Outcome> outcomes = read.read().stream()
                .sorted(Comparator.comparing(
                                (Read<Row> row) -> launch(known.get(row.value().id())))
                        .thenComparing(row -> row.value().id().toString()))
                .map(row -> rowByRow.apply(row.row(), () -> take(caller, row.value(), known)))
                .toList();
        return read.report(outcomes);
    }

    private static String launch(@Nullable Gap gap) {
        return gap == null ? "" : gap.key().launchId().toString();
    }

    private RowStatus take(Caller caller, Row row, Map<UUID, Gap> known) {
        Gap gap = known.get(row.id());
        if (gap == null) {
            throw new IllegalArgumentException("There is no gap with this id; gaps come from field reports only");
        }
        if (row.isSaidOf(gap)) {
            return RowStatus.UNCHANGED;
        }
        if (row.revision() == null) {
            throw new IllegalArgumentException("revision is empty; say which one you saw, as an export does");
        }
        Gap reviewed = gaps.review(row.id(), row.review(), new IfMatch(row.revision()), caller)
                .gap();
        return reviewed.revision() == gap.revision() ? RowStatus.UNCHANGED : RowStatus.UPDATED;
    }

    private static Value<Row> read(FileRow row) {
        UUID id = row.id("id");
        if (id == null) {
            throw new IllegalArgumentException("id is empty; gaps come from field reports only");
        }
        Faults faults = new Faults();
        String reason = faults.optionalText("/reason", row.optional("reason"), LONGEST_REASON);
        RowByRow.refuse(faults);
        return new Value<>(
                new Row(
                        id,
                        row.number("revision"),
                        status(row.required("status")),
                        reason,
                        row.date("target_date"),
                        row.id("merged_into")),
                List.of());
    }

    private static GapStatus status(String text) {
        return Arrays.stream(GapStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status is one of "
                        + Arrays.stream(GapStatus.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** What product says of a gap, as a row tells. */
    private record Row(
            UUID id,
            @Nullable Long revision,
            GapStatus decision,
            @Nullable String reason,
            @Nullable LocalDate targetDate,
            @Nullable UUID mergedInto) {

        Review review() {
            return new Review(decision, reason, targetDate, mergedInto);
        }

        boolean isSaidOf(Gap gap) {
            return gap.status() == decision
                    && Objects.equals(gap.reason(), reason)
                    && Objects.equals(gap.targetDate(), targetDate)
                    && Objects.equals(gap.mergedInto().orElse(null), mergedInto);
        }
    }

    private void each(GapRepository.Filter filter, Consumer<Gap> consumer) {
        List<Gap> part = repository.search(filter, null, GAPS_AT_ONCE);
        while (!part.isEmpty()) {
            part.forEach(consumer);
            part = repository.search(filter, GapPosition.of(part.get(part.size() - 1)), GAPS_AT_ONCE);
        }
    }

    private static void write(Gap gap, Rows rows) {
        rows.write(
                gap.id(),
                gap.key().launchId(),
                gap.feature(),
                gap.status(),
                gap.reason(),
                gap.targetDate(),
                gap.mergedInto().orElse(null),
                gap.revision(),
                gap.severity(),
                gap.reopened(),
                gap.regions(),
                gap.breadth(),
                gap.reporters(),
                gap.revenueAtRisk().stream().map(GapFileController::revenue).toList());
    }

    private static String revenue(RevenueAtRisk risk) {
        return FileRow.amountOf(new Money(risk.amount(), risk.currency())) + " " + risk.currency() + " in "
                + risk.opportunities() + (risk.opportunities() == 1 ? " opportunity" : " opportunities")
                + (risk.estimated() ? ", partly estimated" : "");
    }
}
