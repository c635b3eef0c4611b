package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.fieldreport.FieldReport;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository.Kept;
import dev.greenlight.launchservice.fieldreport.Mention;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the gaps as the reports make them, and takes product's reviews. */
@Service
public class Gaps {
    private final GapRepository repository;
    private final FieldReportRepository reports;
    private final LaunchRepository launches;
    private final HistoryRepository history;
    private final GapEvents events;
    private final FactsListener facts;
    private final LaunchLedger ledger;
    private final EventIds ids;

    Gaps(
            GapRepository repository,
            FieldReportRepository reports,
            LaunchRepository launches,
            HistoryRepository history,
            GapEvents events,
            FactsListener facts,
            LaunchLedger ledger,
            EventIds ids) {
        this.repository = repository;
        this.reports = reports;
        this.launches = launches;
        this.history = history;
        this.events = events;
        this.facts = facts;
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * Counts changed reports in the gaps that they name.
     *
     * @param actors who caused it, for each launch
     * @return the markets in whose way these gaps stood before or stand now
     */
    Set<MarketKey> count(List<Kept> changed, Map<UUID, String> actors) {
        List<FeatureKey> features =
                reports.featuresOf(changed.stream().map(it -> it.report().id()).toList());
        if (features.isEmpty()) {
            return Set.of();
        }
        GapTrees before = repository.lockOrName(named(changed, features));
        Set<UUID> newReports = changed.stream()
                .filter(it -> it.isNew() && it.report().isStanding())
                .map(it -> it.report().id())
                .collect(Collectors.toSet());
        GapTrees after = before.counted(reports.mentions(before.features()), newReports);
        keep(changed(before, after), actors);
        return markets(before, after);
    }

    /**
     * Takes what product says of a gap.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when there is no such gap, product's view is stale, or a rule refuses
     */
    @Transactional
    public GapInFull review(UUID id, Review review, IfMatch seen, Caller product) {
        Locked locked = lock(id, Optional.ofNullable(review.into()), seen);
        Gap gap = locked.gap();
        GapTrees trees = locked.trees();
        Refusal.endsCall(
                trees.refusesWhenMerged(gap).filter(refusal -> review.faults().isEmpty()));
        Refusal.endsCall(gap.refuses(review));
        UUID into = review.into();
        if (into == null) {
            return enter(locked, trees.reviewed(gap, review), product);
        }
        Refusal.endsCall(locked.refusesMerge());
        Refusal.endsCall(trees.refusesMerge(gap, into));
        return enter(locked, recounted(trees.merged(gap, into, review.reason())), product);
    }

    /**
     * Takes back that a gap is the same as another.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when there is no such gap, product's view is stale, or it is not merged
     */
    @Transactional
    public GapInFull unmerge(UUID id, IfMatch seen, Caller product) {
        Locked locked = lock(id, Optional.empty(), seen);
        Refusal.endsCall(locked.gap().refusesUnmerge());
        return enter(locked, recounted(locked.trees().unmerged(locked.gap())), product);
    }

    /** A gap as it is read. */
    GapInFull read(UUID id) {
        Gap gap = repository.find(id).orElseThrow(Gaps::unknown);
        return read(List.of(gap)).get(0);
    }

    /** Gaps as they are read; however many, with a fixed number of queries. */
    List<GapInFull> read(List<Gap> gaps) {
        GapTrees trees = repository.trees(gaps.stream().map(Gap::key).toList());
        Map<FeatureKey, List<Mention>> mentions = reports.mentions(trees.features());
        return gaps.stream().map(gap -> GapInFull.of(gap, trees, mentions)).toList();
    }

    /** The launch, empty when it is not known here, and all trees that a decision on the gap concerns; nobody else changes them. */
    private record Locked(Optional<Launch> launch, GapTrees trees, Gap gap) {
        /** Without a launch to lock, reports might be counted while their tree changes. */
        Optional<Rejection> refusesMerge() {
            return launch.isPresent()
                    ? Optional.empty()
                    : Optional.of(Rejection.conflict(
                            "launch-unknown", "The launch of this gap is not known here, so its gaps can't be merged"));
        }
    }

    /** The launch first, then the gaps in the order of their features: everybody locks in this order. */
    private Locked lock(UUID id, Optional<UUID> other, IfMatch seen) {
        List<Gap> meant =
                repository.find(Stream.concat(Stream.of(id), other.stream()).toList());
        FeatureKey key = meant.stream()
                .filter(gap -> gap.id().equals(id))
                .map(Gap::key)
                .findFirst()
                .orElseThrow(Gaps::unknown);
        Optional<Launch> launch = launches.lock(key.launchId());
        GapTrees trees = repository.lockTrees(meant.stream().map(Gap::key).toList());
        Gap gap = trees.find(id).orElseThrow(Gaps::unknown);
        Refusal.endsCall(seen.against(gap.revision()));
        return new Locked(launch, trees, gap);
    }

    private GapTrees recounted(GapTrees trees) {
        return trees.counted(reports.mentions(trees.features()), Set.of());
    }

    private GapInFull enter(Locked before, GapTrees after, Caller product) {
        Gap gap = after.find(before.gap().id()).orElseThrow();
        UUID launchId = gap.key().launchId();
        List<Gap> changed = changed(before.trees(), after);
        if (!changed.isEmpty()) {
            Map<UUID, String> actors = Map.of(launchId, product.id());
            Instant now = ledger.now();
            keep(changed, actors);
            history.append(List.of(GapNews.entry(before.gap(), gap, after, product.id(), now)));
            facts.factsChanged(before.launch().stream().toList(), markets(before.trees(), after), actors, now);
        }
        return GapInFull.of(gap, after, reports.mentions(after.features()));
    }

    static RuntimeException unknown() {
        return Rejection.notFound("There is no such gap").asException();
    }

    private void keep(List<Gap> gaps, Map<UUID, String> actors) {
        if (!gaps.isEmpty()) {
            repository.update(gaps);
            events.publish(
                    gaps, gap -> actors.getOrDefault(gap.key().launchId(), FactsListener.GREENLIGHT), ledger.now());
        }
    }

    /** For each feature the words of a report of the batch, should it have no gap yet; no report, no new gap. */
    private List<Gap> named(List<Kept> changed, Collection<FeatureKey> features) {
        Map<FeatureKey, String> words = new TreeMap<>();
        for (Kept kept : changed) {
            FieldReport report = kept.report();
            report.missing()
                    .forEach(missing -> words.putIfAbsent(
                            FeatureKey.of(report.market().launchId(), missing.feature()),
                            missing.feature().strip()));
        }
        return features.stream()
                .map(feature -> Gap.named(ids.next(), feature, words.getOrDefault(feature, feature.hash())))
                .toList();
    }

    private static List<Gap> changed(GapTrees before, GapTrees after) {
        return after.gaps().stream()
                .filter(gap -> !before.find(gap.id()).equals(Optional.of(gap)))
                .toList();
    }

    private static Set<MarketKey> markets(GapTrees before, GapTrees after) {
        return Stream.concat(before.gaps().stream(), after.gaps().stream())
                .flatMap(gap -> gap.regions().stream()
                        .map(region -> new MarketKey(gap.key().launchId(), region)))
                .collect(Collectors.toSet());
    }
}
