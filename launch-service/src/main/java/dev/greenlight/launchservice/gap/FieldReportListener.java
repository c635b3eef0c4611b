package dev.greenlight.launchservice.gap;

import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.kit.snapshot.SnapshotHandler;
import dev.greenlight.launchservice.fieldreport.FieldReport;
import dev.greenlight.launchservice.fieldreport.FieldReport.MissingFeature;
import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Status;
import dev.greenlight.launchservice.fieldreport.FieldReport.Verdict;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository.Kept;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.MarketKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes in what the field has reported; a whole batch with a fixed number of statements. */
@Component
public class FieldReportListener implements SnapshotHandler<FeatureGapReported> {
    private final FieldReportRepository repository;
    private final LaunchRepository launches;
    private final Gaps gaps;
    private final HistoryRepository history;
    private final FactsListener facts;
    private final LaunchLedger ledger;

    FieldReportListener(
            FieldReportRepository repository,
            LaunchRepository launches,
            Gaps gaps,
            HistoryRepository history,
            FactsListener facts,
            LaunchLedger ledger) {
        this.repository = repository;
        this.launches = launches;
        this.gaps = gaps;
        this.history = history;
        this.facts = facts;
        this.ledger = ledger;
    }

    @Override
    public void apply(List<FeatureGapReported> events) {
        List<FieldReport> heard =
                events.stream().map(FieldReportListener::report).toList();
        Map<UUID, String> actors = actors(events);
        // Locked first: two batches that concern one launch draw their conclusions one after the other.
        List<Launch> known = launches.lock(actors.keySet());
        List<Kept> kept = repository.keepNewer(Latest.perSubject(heard, FieldReport::id, FieldReport::revision));
        if (kept.isEmpty()) {
            return;
        }
        Set<MarketKey> markets = new HashSet<>(gaps.count(kept, actors));
        kept.forEach(it -> markets.add(it.report().market()));
        history.append(kept.stream().flatMap(FieldReportListener::news).toList());
        facts.factsChanged(known, markets, actors, ledger.now());
    }

    private static Stream<HistoryEntry> news(Kept kept) {
        FieldReport report = kept.report();
        Stream<HistoryEntry> filed = kept.isNew() ? Stream.of(filed(report)) : Stream.empty();
        boolean stoodUntilNow = kept.isNew() || kept.before() == Status.STANDING;
        Stream<HistoryEntry> ended = stoodUntilNow && !report.isStanding() ? Stream.of(ended(report)) : Stream.empty();
        return Stream.concat(filed, ended);
    }

    private static HistoryEntry filed(FieldReport report) {
        return entry(report, report.reportedAt(), report.account() + " (" + report.segment() + "): " + verdict(report));
    }

    private static HistoryEntry ended(FieldReport report) {
        String how = report.status() == Status.SUPERSEDED ? "was corrected" : "was withdrawn";
        String why = report.statusReason() == null ? "" : ": " + report.statusReason();
        return entry(report, report.asOf(), "The report from " + report.account() + " " + how + why);
    }

    private static HistoryEntry entry(FieldReport report, Instant at, String summary) {
        return new HistoryEntry(
                report.market().launchId(),
                at,
                report.reporter(),
                HistoryEntry.Type.REPORT,
                report.market().region(),
                report.revision(),
                summary);
    }

    private static String verdict(FieldReport report) {
        String missing =
                report.missing().stream().map(it -> "\"" + it.feature() + "\"").collect(Collectors.joining(", "));
        return switch (report.verdict()) {
            case NO_GAP -> "nothing is missing";
            case GAP -> "misses " + missing;
            case NOT_SELLABLE -> "can't be sold" + (missing.isEmpty() ? "" : " without " + missing);
        };
    }

    private static Map<UUID, String> actors(List<FeatureGapReported> events) {
        Map<UUID, String> actors = new HashMap<>();
        events.forEach(event -> actors.put(event.getLaunchId(), event.getActor()));
        return actors;
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when a verdict, severity or status is not known here: what it means for the gate can't
     *     be guessed
     */
    private static FieldReport report(FeatureGapReported event) {
        return new FieldReport(
                event.getReportId(),
                event.getRevision(),
                event.getOccurredAt(),
                new MarketKey(event.getLaunchId(), event.getRegion()),
                event.getSegment(),
                event.getAccount(),
                event.getReporter(),
                event.getReportedAt(),
                event.getPlanRevision(),
                Verdict.valueOf(event.getVerdict().name()),
                event.getText(),
                event.getGaps().stream()
                        .map(gap -> new MissingFeature(
                                gap.getFeature(),
                                Severity.valueOf(gap.getSeverity().name())))
                        .toList(),
                event.getOpportunities().stream()
                        .map(it -> new Opportunity(
                                it.getId(),
                                it.getProduct(),
                                it.getValue().getAmount(),
                                it.getValue().getCurrency(),
                                it.getEstimated(),
                                it.getOpen()))
                        .toList(),
                Status.valueOf(event.getStatus().name()),
                event.getStatusReason());
    }
}
