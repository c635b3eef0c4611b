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
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
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
        List<Gap> before = repository.lockOrName(named(changed, features));
        Map<FeatureKey, List<Mention>> mentions = reports.mentions(features);
        Set<UUID> newReports = changed.stream()
                .filter(it -> it.isNew() && it.report().isStanding())
                .map(it -> it.report().id())
                .collect(Collectors.toSet());
        List<Gap> after = before.stream()
                .map(gap -> heard(gap, mentions.getOrDefault(gap.key(), List.of()), newReports))
                .toList();
        keep(changed(before, after), actors);
        return markets(Stream.concat(before.stream(), after.stream()).toList());
    }

    /**
     * Takes what product says of a gap.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when there is no such gap, product's view is stale, or a rule refuses
     */
    @Transactional
    public Gap review(UUID id, Review review, IfMatch seen, Caller product) {
        UUID launchId = repository.find(id).orElseThrow(Gaps::unknown).key().launchId();
        // The launch first, then the gap: everybody locks in this order.
        Optional<Launch> launch = launches.lock(launchId);
        Gap gap = repository.lock(id).orElseThrow(Gaps::unknown);
        Refusal.endsCall(seen.against(gap.revision()));
        Refusal.endsCall(gap.refuses(review));
        Gap reviewed = gap.reviewed(review);
        if (reviewed.revision() != gap.revision()) {
            Map<UUID, String> actors = Map.of(launchId, product.id());
            Instant now = ledger.now();
            keep(List.of(reviewed), actors);
            history.append(List.of(entry(reviewed, product.id(), now)));
            facts.factsChanged(launch.stream().toList(), markets(List.of(reviewed)), actors, now);
        }
        return reviewed;
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

    private static Gap heard(Gap gap, List<Mention> mentions, Set<UUID> newReports) {
        return gap.heard(mentions, mentions.stream().anyMatch(mention -> newReports.contains(mention.reportId())));
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

    private static List<Gap> changed(List<Gap> before, List<Gap> after) {
        Set<Gap> unchanged = new HashSet<>(before);
        return after.stream().filter(gap -> !unchanged.contains(gap)).toList();
    }

    private static Set<MarketKey> markets(Collection<Gap> gaps) {
        return gaps.stream()
                .flatMap(gap -> gap.regions().stream()
                        .map(region -> new MarketKey(gap.key().launchId(), region)))
                .collect(Collectors.toSet());
    }

    private static HistoryEntry entry(Gap gap, String actor, Instant at) {
        String summary = "Gap \"" + gap.feature() + "\" is " + gap.status()
                + (gap.targetDate() == null ? "" : " for " + gap.targetDate())
                + (gap.reason() == null ? "" : ": " + gap.reason());
        return new HistoryEntry(gap.key().launchId(), at, actor, HistoryEntry.Type.GAP, null, gap.revision(), summary);
    }
}
