package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.MarketPlan;
import dev.greenlight.sales.opportunity.Account;
import dev.greenlight.sales.opportunity.NameKey;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What field reps have heard. */
@RestController
@RequestMapping("/api/capacity")
class ReportController {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_GAPS = 20;
    private static final int MOST_OPPORTUNITIES = 100;

    private final ReportDesk desk;
    private final ReportRepository reports;
    private final GapReviews gapReviews;
    private final LaunchRepository launches;
    private final OpportunityRepository opportunities;
    private final IdempotentCalls calls;

    ReportController(
            ReportDesk desk,
            ReportRepository reports,
            GapReviews gapReviews,
            LaunchRepository launches,
            OpportunityRepository opportunities,
            IdempotentCalls calls) {
        this.desk = desk;
        this.reports = reports;
        this.gapReviews = gapReviews;
        this.launches = launches;
        this.opportunities = opportunities;
        this.calls = calls;
    }

    @PostMapping("/launches/{launchId}/field-reports")
    ResponseEntity<?> file(
            Caller caller, @PathVariable UUID launchId, @RequestBody HearingRequest body, HttpServletRequest request) {
        Hearing hearing = body.read();
        return calls.once(request, body, () -> created(desk.file(caller, launchId, hearing)));
    }

    @PostMapping("/field-reports/{reportId}/correct")
    ResponseEntity<?> correct(
            Caller caller,
            IfMatch seen,
            @PathVariable UUID reportId,
            @RequestBody HearingRequest body,
            HttpServletRequest request) {
        Hearing hearing = body.read();
        return calls.once(request, body, () -> created(desk.correct(caller, reportId, seen, hearing)));
    }

    @PostMapping("/field-reports/{reportId}/withdraw")
    ResponseEntity<?> withdraw(
            Caller caller,
            IfMatch seen,
            @PathVariable UUID reportId,
            @RequestBody WithdrawRequest body,
            HttpServletRequest request) {
        Faults faults = new Faults();
        String reason = faults.text("/reason", body.reason(), LONGEST_REASON);
        faults.throwIfAny();
        return calls.once(request, body, () -> ok(desk.withdraw(caller, reportId, seen, String.valueOf(reason))));
    }

    @GetMapping("/launches/{launchId}/field-reports")
    Page<ReportBody> list(
            Caller caller,
            @PathVariable UUID launchId,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String account,
            PageRequest page) {
        Faults faults = new Faults();
        ReportStatus readStatus = faults.readOptional("status", status, given -> constant(ReportStatus.class, given));
        faults.throwIfAny();
        ReportRepository.Filter filter = new ReportRepository.Filter(
                region, mine ? caller.id() : null, readStatus, account == null ? null : spelling(account));
        List<FieldReport> rows = reports.list(launchId, filter, page.afterId(), page.limit() + 1);
        Context context = context(launchId);
        return page.page(rows, report -> report.id().toString(), report -> ReportBody.of(report, context));
    }

    @GetMapping("/field-reports/{reportId}")
    ResponseEntity<ReportBody> one(@PathVariable UUID reportId) {
        return ok(reports.find(reportId)
                .orElseThrow(() -> Rejection.notFound("There is no such report").asException()));
    }

    /** The account as reports have it: in the CRM's spelling, where the CRM knows it. */
    private String spelling(String account) {
        return opportunities.account(account).map(Account::name).orElse(account.strip());
    }

    private ResponseEntity<ReportBody> ok(FieldReport report) {
        return ResponseEntity.ok().eTag(Etag.of(report.revision())).body(body(report));
    }

    private ResponseEntity<ReportBody> created(FieldReport report) {
        return ResponseEntity.created(URI.create("/api/capacity/field-reports/" + report.id()))
                .eTag(Etag.of(report.revision()))
                .body(body(report));
    }

    private ReportBody body(FieldReport report) {
        return ReportBody.of(report, context(report.market().launchId()));
    }

    private Context context(UUID launchId) {
        return new Context(
                gapReviews.ofLaunches(List.of(launchId)).stream()
                        .collect(
                                Collectors.toMap(GapOutcome::featureKey, outcome -> outcome, (first, second) -> first)),
                launches.markets(List.of(launchId)).stream().collect(Collectors.toMap(Market::key, Market::plan)));
    }

    /** What the launch's reports are shown beside: what became of the gaps, and what the markets ask for now. */
    private record Context(Map<String, GapOutcome> outcomes, Map<MarketKey, MarketPlan> plans) {
        boolean isOutdated(FieldReport report) {
            return Optional.ofNullable(plans.get(report.market()))
                    .filter(report::isOutdated)
                    .isPresent();
        }
    }

    /** A report as a client writes it. */
    record HearingRequest(
            @Nullable String region,
            @Nullable String segment,
            @Nullable String account,
            @Nullable List<@Nullable String> opportunities,
            @Nullable String verdict,
            @Nullable String text,
            @Nullable List<@Nullable GapRequest> gaps) {

        Hearing read() {
            Faults faults = new Faults();
            String readRegion = faults.optionalText("/region", region, LONGEST_NAME);
            String readSegment = faults.optionalText("/segment", segment, LONGEST_NAME);
            String readAccount = faults.text("/account", account, LONGEST_NAME);
            String readText = faults.optionalText("/text", text, LONGEST_TEXT);
            ReportVerdict readVerdict = faults.read("/verdict", verdict, given -> constant(ReportVerdict.class, given));
            List<String> readOpportunities = readOpportunities(faults);
            List<MissingFeature> readGaps = readGaps(faults, readVerdict);
            faults.throwIfAny();
            Hearing hearing = new Hearing(
                    readRegion,
                    readSegment,
                    String.valueOf(readAccount),
                    readOpportunities,
                    readVerdict == null ? ReportVerdict.NO_GAP : readVerdict,
                    readText,
                    readGaps);
            hearing.check(faults);
            faults.throwIfAny();
            return hearing;
        }

        private List<String> readOpportunities(Faults faults) {
            List<@Nullable String> given = opportunities == null ? List.of() : opportunities;
            if (given.size() > MOST_OPPORTUNITIES) {
                faults.add("/opportunities", "A report names at most " + MOST_OPPORTUNITIES + " opportunities");
                return List.of();
            }
            List<String> read = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                String id = faults.text("/opportunities/" + i, given.get(i), LONGEST_NAME);
                if (id != null) {
                    read.add(id);
                }
            }
            return read;
        }

        private List<MissingFeature> readGaps(Faults faults, @Nullable ReportVerdict readVerdict) {
            List<@Nullable GapRequest> given = gaps == null ? List.of() : gaps;
            if (given.size() > MOST_GAPS) {
                faults.add("/gaps", "A report names at most " + MOST_GAPS + " gaps");
                return List.of();
            }
            List<MissingFeature> read = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                String pointer = "/gaps/" + i;
                GapRequest gap = faults.required(pointer, given.get(i));
                MissingFeature feature = gap == null ? null : gap.read(faults, pointer, readVerdict);
                if (feature != null) {
                    read.add(feature);
                }
            }
            return read;
        }
    }

    /** A gap as a client writes it; without severity it is a blocker where the verdict is that nothing can be sold. */
    record GapRequest(@Nullable String feature, @Nullable String severity) {
        @Nullable MissingFeature read(Faults faults, String pointer, @Nullable ReportVerdict verdict) {
            String readFeature = faults.text(pointer + "/feature", feature, LONGEST_NAME);
            GapSeverity readSeverity = severity == null && verdict == ReportVerdict.NOT_SELLABLE
                    ? GapSeverity.BLOCKER
                    : faults.read(pointer + "/severity", severity, given -> constant(GapSeverity.class, given));
            return readFeature == null || readSeverity == null ? null : new MissingFeature(readFeature, readSeverity);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** A withdrawal as a client writes it. */
    record WithdrawRequest(@Nullable String reason) {}

    /**
     * A report as it is shown.
     *
     * @param outdated whether price or positioning have changed since, so that it no longer answers to its quota
     * @param held whether it waits for a go-live decision before it counts
     * @param ending what it will be when the decision has fallen
     */
    record ReportBody(
            UUID id,
            long revision,
            UUID launchId,
            String region,
            String segment,
            String account,
            String reporter,
            Instant reportedAt,
            long planRevision,
            ReportVerdict verdict,
            @Nullable String text,
            List<GapBody> gaps,
            List<NamedOpportunity> opportunities,
            ReportStatus status,
            @Nullable String statusReason,
            @Nullable UUID supersedes,
            boolean outdated,
            boolean held,
            @Nullable ReportStatus ending) {

        private static ReportBody of(FieldReport report, Context context) {
            return new ReportBody(
                    report.id(),
                    report.revision(),
                    report.market().launchId(),
                    report.market().region(),
                    report.segment(),
                    report.account(),
                    report.reporter(),
                    report.reportedAt(),
                    report.planRevision(),
                    report.verdict(),
                    report.text(),
                    report.gaps().stream()
                            .map(gap -> new GapBody(
                                    gap.feature(),
                                    gap.severity(),
                                    context.outcomes().get(NameKey.of(gap.feature()))))
                            .toList(),
                    report.opportunities(),
                    report.status(),
                    report.statusReason(),
                    report.supersedes(),
                    context.isOutdated(report),
                    report.isHeld(),
                    report.ending() == null ? null : report.ending().status());
        }
    }

    /** A gap with what became of it. */
    record GapBody(
            String feature, GapSeverity severity, @Nullable GapOutcome outcome) {}
}
