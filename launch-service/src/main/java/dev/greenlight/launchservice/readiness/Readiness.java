package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.launchservice.fieldreport.FieldReportRepository;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.gap.GapRepository;
import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.staff.SalesSnapshotRepository;
import dev.greenlight.launchservice.waiver.Demands;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.launchservice.waiver.WaiverRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges markets anew whenever a fact has changed, and tells when that makes a difference. */
@Component
public class Readiness implements Demands {
    private final SalesSnapshotRepository staff;
    private final FieldReportRepository reports;
    private final GapRepository gaps;
    private final WaiverRepository waivers;
    private final ReadinessRepository repository;
    private final ReadinessEvents events;
    private final HistoryRepository history;
    private final EventIds ids;

    Readiness(
            SalesSnapshotRepository staff,
            FieldReportRepository reports,
            GapRepository gaps,
            WaiverRepository waivers,
            ReadinessRepository repository,
            ReadinessEvents events,
            HistoryRepository history,
            EventIds ids) {
        this.staff = staff;
        this.reports = reports;
        this.gaps = gaps;
        this.waivers = waivers;
        this.repository = repository;
        this.events = events;
        this.history = history;
        this.ids = ids;
    }

    /**
     * Judges markets; however many, with a fixed number of queries.
     *
     * @param launches locked in this transaction
     * @param markets those of them that the launches' plans do not have are passed over
     * @param actors who caused it, for each launch
     * @param now the instant of the judgement
     * @return the readiness of each market as it now is, with the facts behind it
     */
    public Map<MarketKey, JudgedMarket> refresh(
            Collection<Launch> launches, Collection<MarketKey> markets, Map<UUID, String> actors, Instant now) {
        Map<UUID, Launch> byId = launches.stream().collect(Collectors.toMap(Launch::id, Function.identity()));
        List<MarketKey> planned = markets.stream()
                .filter(market -> isPlanned(market, byId.get(market.launchId())))
                .distinct()
                .sorted()
                .toList();
        if (planned.isEmpty()) {
            return Map.of();
        }
        Map<MarketKey, MarketReadiness> before = repository.find(planned);
        Map<MarketKey, JudgedMarket> after = new TreeMap<>();
        List<MarketReadiness> changed = new ArrayList<>();
        facts(planned, byId, now).forEach((market, facts) -> {
            MarketReadiness earlier = before.getOrDefault(market, MarketReadiness.unjudged(market));
            MarketReadiness judged = earlier.judged(launch(byId, market), facts, ids::next);
            after.put(market, new JudgedMarket(facts, judged));
            if (judged.revision() != earlier.revision()) {
                changed.add(judged);
            }
        });
        if (!changed.isEmpty()) {
            repository.keep(changed, now);
            history.append(incidents(changed, before, actors));
            events.publish(changed, actors, now);
        }
        return after;
    }

    @Override
    public List<Demanded> demanded(Launch launch, String region, Instant now) {
        MarketKey market = new MarketKey(launch.id(), region);
        if (!isPlanned(market, launch)) {
            return List.of();
        }
        return facts(List.of(market), Map.of(launch.id(), launch), now).values().stream()
                .flatMap(facts -> Gate.asked(facts).stream())
                .map(asked -> new Demanded(
                        asked.condition().id(),
                        asked.demand(),
                        asked.condition().passes()))
                .toList();
    }

    private static boolean isPlanned(MarketKey market, @Nullable Launch launch) {
        return launch != null && launch.plan().market(market.region()).isPresent();
    }

    private Map<MarketKey, MarketFacts> facts(List<MarketKey> markets, Map<UUID, Launch> launches, Instant now) {
        Map<MarketKey, SalesSnapshot> snapshots = staff.find(markets);
        Map<MarketKey, List<Heard>> heard = reports.heard(markets);
        Map<MarketKey, List<OpenBlocker>> blockers = gaps.openBlockers(markets);
        Map<MarketKey, List<Waiver>> standing = waivers.standing(markets);
        Map<MarketKey, MarketFacts> facts = new TreeMap<>();
        for (MarketKey market : markets) {
            Launch launch = launch(launches, market);
            facts.put(
                    market,
                    new MarketFacts(
                            launch.plan().market(market.region()).orElseThrow(),
                            launch.planRevision(),
                            launch.state(market.region()).orElseThrow().pitchRevision(),
                            Optional.ofNullable(snapshots.get(market)),
                            heard.getOrDefault(market, List.of()),
                            blockers.getOrDefault(market, List.of()),
                            standing.getOrDefault(market, List.of()),
                            launch.owner(),
                            requester(launch, market),
                            now));
        }
        return facts;
    }

    private static Optional<String> requester(Launch launch, MarketKey market) {
        return Optional.ofNullable(launch.pending())
                .filter(pending -> pending.regions().contains(market.region()))
                .map(PendingDecision::requestedBy);
    }

    private static Launch launch(Map<UUID, Launch> launches, MarketKey market) {
        return Optional.ofNullable(launches.get(market.launchId())).orElseThrow();
    }

    private static List<HistoryEntry> incidents(
            List<MarketReadiness> changed, Map<MarketKey, MarketReadiness> before, Map<UUID, String> actors) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (MarketReadiness readiness : changed) {
            List<Incident> earlier = Optional.ofNullable(before.get(readiness.market()))
                    .map(MarketReadiness::incidents)
                    .orElse(List.of());
            readiness.incidents().stream()
                    .filter(incident -> !earlier.contains(incident))
                    .map(incident -> entry(readiness, incident, actors))
                    .forEach(entries::add);
        }
        return entries;
    }

    private static HistoryEntry entry(MarketReadiness readiness, Incident incident, Map<UUID, String> actors) {
        Instant resolved = incident.resolvedAt();
        UUID launchId = readiness.market().launchId();
        return new HistoryEntry(
                launchId,
                resolved == null ? incident.since() : resolved,
                actors.getOrDefault(launchId, FactsListener.GREENLIGHT),
                HistoryEntry.Type.INCIDENT,
                readiness.market().region(),
                readiness.revision(),
                (resolved == null ? "Incident: " : "Resolved: ") + incident.cause());
    }
}
