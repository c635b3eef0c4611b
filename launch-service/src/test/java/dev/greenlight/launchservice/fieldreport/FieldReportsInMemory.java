package dev.greenlight.launchservice.fieldreport;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Field reports in memory. */
public final class FieldReportsInMemory extends FieldReportRepository {
    private final MemoryTable<UUID, FieldReport> reports;

    /** Nobody has reported yet. */
    public FieldReportsInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        reports = new MemoryTable<>(database);
    }

    /** The newest revision of every report. */
    public Collection<FieldReport> all() {
        return reports.rows();
    }

    @Override
    public List<Kept> keepNewer(Collection<FieldReport> heard) {
        List<Kept> kept = new ArrayList<>();
        for (FieldReport report : heard) {
            Optional<FieldReport> known = reports.get(report.id());
            if (known.filter(it -> it.revision() >= report.revision()).isEmpty()) {
                reports.put(report.id(), report);
                kept.add(new Kept(report, known.map(FieldReport::status).orElse(null)));
            }
        }
        return kept;
    }

    @Override
    public Map<MarketKey, List<Heard>> heard(Collection<MarketKey> markets) {
        return of(markets)
                .filter(FieldReport::isStanding)
                .collect(groupingBy(
                        FieldReport::market,
                        mapping(
                                it -> new Heard(it.segment(), it.account(), it.reporter(), it.planRevision()),
                                toList())));
    }

    @Override
    public Map<UUID, ReportCounts> counts(Collection<UUID> launches) {
        Map<UUID, ReportCounts> counts = new TreeMap<>();
        reports.rows().stream()
                .filter(report -> launches.contains(report.market().launchId()))
                .forEach(report -> counts.merge(
                        report.market().launchId(),
                        new ReportCounts(1, report.isStanding() ? 0 : 1),
                        (one, other) -> new ReportCounts(one.filed() + other.filed(), one.ended() + other.ended())));
        return counts;
    }

    @Override
    public List<FeatureKey> featuresOf(Collection<UUID> ids) {
        return reports.get(ids)
                .flatMap(report -> report.missing().stream().map(missing -> feature(report, missing)))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Map<FeatureKey, List<Mention>> mentions(Collection<FeatureKey> features) {
        Map<FeatureKey, List<Mention>> mentions = new TreeMap<>();
        reports.rows().stream()
                .sorted(Comparator.comparing(FieldReport::reportedAt).thenComparing(FieldReport::id))
                .forEach(report -> report.missing().stream()
                        .filter(missing -> features.contains(feature(report, missing)))
                        .forEach(missing -> mentions.computeIfAbsent(feature(report, missing), key -> new ArrayList<>())
                                .add(mention(report, missing))));
        return mentions;
    }

    private Stream<FieldReport> of(Collection<MarketKey> markets) {
        return reports.rows().stream().filter(report -> markets.contains(report.market()));
    }

    private static FeatureKey feature(FieldReport report, FieldReport.MissingFeature missing) {
        return FeatureKey.of(report.market().launchId(), missing.feature());
    }

    private static Mention mention(FieldReport report, FieldReport.MissingFeature missing) {
        return new Mention(
                report.id(),
                report.market().region(),
                report.segment(),
                report.account(),
                report.reporter(),
                report.reportedAt(),
                report.verdict(),
                report.severityOf(missing),
                report.status(),
                report.text(),
                report.asOf(),
                report.opportunities());
    }
}
