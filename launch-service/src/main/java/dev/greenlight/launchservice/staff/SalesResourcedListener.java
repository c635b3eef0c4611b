package dev.greenlight.launchservice.staff;

import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.kit.snapshot.SnapshotHandler;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.MarketKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what sales has committed; a whole batch with a fixed number of statements. */
@Component
public class SalesResourcedListener implements SnapshotHandler<SalesResourced> {
    private final SalesSnapshotRepository repository;
    private final LaunchRepository launches;
    private final HistoryRepository history;
    private final FactsListener facts;
    private final LaunchLedger ledger;

    SalesResourcedListener(
            SalesSnapshotRepository repository,
            LaunchRepository launches,
            HistoryRepository history,
            FactsListener facts,
            LaunchLedger ledger) {
        this.repository = repository;
        this.launches = launches;
        this.history = history;
        this.facts = facts;
        this.ledger = ledger;
    }

    @Override
    public void apply(List<SalesResourced> events) {
        List<SalesSnapshot> heard =
                events.stream().map(SalesResourcedListener::snapshot).toList();
        // Locked first: two batches that concern one launch draw their conclusions one after the other.
        List<Launch> known =
                launches.lock(heard.stream().map(it -> it.market().launchId()).collect(Collectors.toSet()));
        Map<MarketKey, SalesSnapshot> before =
                repository.find(heard.stream().map(SalesSnapshot::market).collect(Collectors.toSet()));
        Set<MarketKey> changed =
                repository.keepNewer(Latest.perSubject(heard, SalesSnapshot::market, SalesSnapshot::revision));
        history.append(news(heard, before, changed));
        facts.factsChanged(known, changed, actors(events), ledger.now());
    }

    /** What each snapshot of the batch tells, those in between too. */
    private static List<HistoryEntry> news(
            List<SalesSnapshot> heard, Map<MarketKey, SalesSnapshot> before, Collection<MarketKey> changed) {
        Map<MarketKey, SalesSnapshot> last = new HashMap<>(before);
        List<HistoryEntry> news = new ArrayList<>();
        heard.stream()
                .filter(snapshot -> changed.contains(snapshot.market()))
                .sorted(Comparator.comparingLong(SalesSnapshot::revision))
                .forEach(snapshot -> {
                    SalesSnapshot earlier = last.get(snapshot.market());
                    if (earlier == null || earlier.revision() < snapshot.revision()) {
                        news.addAll(CommitmentNews.between(earlier, snapshot));
                        last.put(snapshot.market(), snapshot);
                    }
                });
        return news;
    }

    private static Map<UUID, String> actors(List<SalesResourced> events) {
        Map<UUID, String> actors = new HashMap<>();
        events.forEach(event -> actors.put(event.getLaunchId(), event.getActor()));
        return actors;
    }

    private static SalesSnapshot snapshot(SalesResourced event) {
        return new SalesSnapshot(
                new MarketKey(event.getLaunchId(), event.getRegion()),
                event.getRevision(),
                event.getPlanRevision(),
                event.getDecisionId(),
                event.getCommitments().stream()
                        .map(SalesResourcedListener::commitment)
                        .toList(),
                launchReports(event));
    }

    private static @Nullable ReportCounts launchReports(SalesResourced event) {
        Long filed = event.getLaunchReportsFiled();
        Long ended = event.getLaunchReportsEnded();
        return filed == null || ended == null ? null : new ReportCounts(filed, ended);
    }

    private static Commitment commitment(dev.greenlight.events.Commitment event) {
        return new Commitment(
                event.getRequirementId(),
                event.getTeam(),
                status(event.getStatus()),
                new Fte(event.getFte()),
                new DateWindow(event.getFrom(), event.getTo()),
                event.getAbsences().stream()
                        .map(absence -> new Commitment.Absence(absence.getDay(), new Fte(absence.getFte())))
                        .toList(),
                event.getBy(),
                event.getAt(),
                event.getReason(),
                answered(event),
                counter(event.getCounter()));
    }

    /** Until version 2 of the event it did not tell the window that was answered. */
    private static DateWindow answered(dev.greenlight.events.Commitment event) {
        LocalDate from = event.getAnsweredFrom();
        LocalDate to = event.getAnsweredTo();
        return from == null || to == null ? new DateWindow(event.getFrom(), event.getTo()) : new DateWindow(from, to);
    }

    private static @Nullable CounterOffer counter(dev.greenlight.events.@Nullable CounterOffer event) {
        return event == null
                ? null
                : new CounterOffer(new Fte(event.getFte()), new DateWindow(event.getFrom(), event.getTo()));
    }

    private static Commitment.Status status(dev.greenlight.events.CommitmentStatus status) {
        return Arrays.stream(Commitment.Status.values())
                .filter(own -> own.name().equals(status.name()))
                .findFirst()
                .orElse(Commitment.Status.UNKNOWN);
    }
}
