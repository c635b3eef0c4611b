package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.fieldreport.Mention;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gaps over HTTP. */
@RestController
@RequestMapping("/api/gaps")
class GapController {
    private static final int MOST_REPORTS = 200;
    private static final int LONGEST_REASON = 2_000;

    private final GapRepository repository;
    private final FieldReportRepository reports;
    private final Gaps gaps;
    private final IdempotentCalls calls;

    GapController(GapRepository repository, FieldReportRepository reports, Gaps gaps, IdempotentCalls calls) {
        this.repository = repository;
        this.reports = reports;
        this.gaps = gaps;
        this.calls = calls;
    }

    /** What product says of a gap, as it is posted. */
    record ReviewRequest(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String targetDate) {}

    /** A gap as it is read; {@code reports} at most the first 200, {@code reportCount} all. */
    record GapView(
            UUID id,
            long revision,
            UUID launch,
            String feature,
            Severity severity,
            GapStatus status,
            @Nullable String reason,
            @Nullable LocalDate targetDate,
            boolean reopened,
            List<String> regions,
            List<String> reporters,
            int breadth,
            List<RevenueAtRisk> revenueAtRisk,
            int reportCount,
            List<ReportView> reports) {

        static GapView of(Gap gap, List<Mention> mentions) {
            return new GapView(
                    gap.id(),
                    gap.revision(),
                    gap.key().launchId(),
                    gap.feature(),
                    gap.severity(),
                    gap.status(),
                    gap.reason(),
                    gap.targetDate(),
                    gap.reopened(),
                    gap.regions(),
                    gap.reporters(),
                    gap.breadth(),
                    gap.revenueAtRisk(),
                    mentions.size(),
                    mentions.stream().limit(MOST_REPORTS).map(ReportView::of).toList());
        }
    }

    /** A report behind a gap. */
    record ReportView(
            UUID id,
            String region,
            String segment,
            String account,
            String reporter,
            String reportedAt,
            String verdict,
            Severity severity,
            String status,
            @Nullable String text) {

        static ReportView of(Mention mention) {
            return new ReportView(
                    mention.reportId(),
                    mention.region(),
                    mention.segment(),
                    mention.account(),
                    mention.reporter(),
                    mention.reportedAt().toString(),
                    mention.verdict().name(),
                    mention.severity(),
                    mention.status().name(),
                    mention.text());
        }
    }

    /** Gaps, the worst first. */
    @GetMapping
    Page<GapView> list(
            @RequestParam(required = false) @Nullable UUID launch,
            @RequestParam(defaultValue = "") List<GapStatus> status,
            @RequestParam(defaultValue = "") List<Severity> severity,
            PageRequest page) {
        GapPosition after = page.after(GapPosition::parse);
        List<Gap> found =
                repository.search(new GapRepository.Filter(launch, status, severity), after, page.limit() + 1);
        var mentions = reports.mentions(found.stream().map(Gap::key).toList());
        return page.page(
                found,
                gap -> GapPosition.of(gap).toString(),
                gap -> GapView.of(gap, mentions.getOrDefault(gap.key(), List.of())));
    }

    /** One gap with its reports. */
    @GetMapping("/{id}")
    ResponseEntity<GapView> one(@PathVariable UUID id) {
        return answer(repository.find(id).orElseThrow(Gaps::unknown));
    }

    /** Product says what becomes of it. */
    @PostMapping("/{id}/review")
    ResponseEntity<?> review(
            @PathVariable UUID id,
            @RequestBody ReviewRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        seen.required();
        return calls.once(request, body, () -> answer(gaps.review(id, read(body), seen, caller)));
    }

    private ResponseEntity<GapView> answer(Gap gap) {
        List<Mention> mentions = reports.mentions(List.of(gap.key())).getOrDefault(gap.key(), List.of());
        return ResponseEntity.ok().eTag(Etag.of(gap.revision())).body(GapView.of(gap, mentions));
    }

    private static Review read(ReviewRequest body) {
        Faults faults = new Faults();
        GapStatus decision = faults.read("/decision", body.decision(), GapController::status);
        String reason = faults.optionalText("/reason", body.reason(), LONGEST_REASON);
        LocalDate targetDate = faults.readOptional("/targetDate", body.targetDate(), LocalDate::parse);
        faults.throwIfAny();
        return new Review(Objects.requireNonNull(decision), reason, targetDate);
    }

    private static GapStatus status(String text) {
        try {
            return GapStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Review.DECISIONS, e);
        }
    }
}
