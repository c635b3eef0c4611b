package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
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
    private final Gaps gaps;
    private final IdempotentCalls calls;

    GapController(GapRepository repository, Gaps gaps, IdempotentCalls calls) {
        this.repository = repository;
        this.gaps = gaps;
        this.calls = calls;
    }

    /** What product says of a gap, as it is posted. */
    record ReviewRequest(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String targetDate,
            @Nullable String into) {}

    /**
     * A gap as it is read; its numbers count the reports of all that is merged into it.
     *
     * @param mergedInto the gap that it is the same as, in which it counts; absent when it stands for itself
     * @param merged what is merged into it, near and far
     * @param reports at most the first 200
     * @param reportCount all of them
     */
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
            @Nullable UUID mergedInto,
            List<MergedView> merged,
            List<String> regions,
            List<String> reporters,
            int breadth,
            List<RevenueAtRisk> revenueAtRisk,
            int reportCount,
            List<ReportView> reports) {

        static GapView of(GapInFull full) {
            Gap gap = full.gap();
            List<Mention> mentions = full.mentions();
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
                    gap.mergedInto().orElse(null),
                    full.merged().stream().map(MergedView::of).toList(),
                    gap.regions(),
                    gap.reporters(),
                    gap.breadth(),
                    gap.revenueAtRisk(),
                    mentions.size(),
                    mentions.stream().limit(MOST_REPORTS).map(ReportView::of).toList());
        }
    }

    /** A gap that is merged into another, in short. */
    record MergedView(UUID id, String feature, @Nullable UUID mergedInto) {

        static MergedView of(Gap gap) {
            return new MergedView(gap.id(), gap.feature(), gap.mergedInto().orElse(null));
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

    /** Gaps, the worst first; merged ones only where {@code status=MERGED} asks for them, as they count in another. */
    @GetMapping
    Page<GapView> list(
            @RequestParam(required = false) @Nullable UUID launch,
            @RequestParam(defaultValue = "") List<GapStatus> status,
            @RequestParam(defaultValue = "") List<Severity> severity,
            PageRequest page) {
        GapPosition after = page.after(GapPosition::parse);
        List<Gap> found =
                repository.search(new GapRepository.Filter(launch, status, severity), after, page.limit() + 1);
        return page.page(gaps.read(found), full -> GapPosition.of(full.gap()).toString(), GapView::of);
    }

    /** One gap with its reports. */
    @GetMapping("/{id}")
    ResponseEntity<GapView> one(@PathVariable UUID id) {
        return answer(gaps.read(id));
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

    /** Product takes back that it is the same as another. */
    @PostMapping("/{id}/unmerge")
    ResponseEntity<?> unmerge(@PathVariable UUID id, IfMatch seen, Caller caller, HttpServletRequest request) {
        seen.required();
        return calls.once(request, null, () -> answer(gaps.unmerge(id, seen, caller)));
    }

    private static ResponseEntity<GapView> answer(GapInFull full) {
        return ResponseEntity.ok().eTag(Etag.of(full.gap().revision())).body(GapView.of(full));
    }

    private static Review read(ReviewRequest body) {
        Faults faults = new Faults();
        GapStatus decision = faults.read("/decision", body.decision(), GapController::status);
        String reason = faults.optionalText("/reason", body.reason(), LONGEST_REASON);
        LocalDate targetDate = faults.readOptional("/targetDate", body.targetDate(), SensibleTime::day);
        UUID into = faults.readOptional("/into", body.into(), GapController::gapId);
        faults.throwIfAny();
        return new Review(Objects.requireNonNull(decision), reason, targetDate, into);
    }

    private static UUID gapId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is the id of a gap", e);
        }
    }

    private static GapStatus status(String text) {
        try {
            return GapStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Review.DECISIONS, e);
        }
    }
}
