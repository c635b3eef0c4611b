package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.history.HistoryEntry;
import dev.greenlight.launchservice.history.HistoryRepository;
import dev.greenlight.launchservice.launch.FactsListener;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.LaunchRepository;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Refusal;
import dev.greenlight.launchservice.waiver.Demands.Demanded;
import dev.greenlight.launchservice.waiver.Waiver.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leadership waives, and how it ends. The launch is locked first, so that a waiver stands wholly before a decision or wholly
 * after it, and the markets are judged anew in the same transaction.
 */
@Service
public class Waivers {
    private static final int EXPIRED_AT_ONCE = 50;

    private final WaiverRepository repository;
    private final Launches launches;
    private final LaunchRepository lockable;
    private final Demands demands;
    private final HistoryRepository history;
    private final FactsListener facts;
    private final LaunchLedger ledger;
    private final EventIds ids;

    Waivers(
            WaiverRepository repository,
            Launches launches,
            LaunchRepository lockable,
            Demands demands,
            HistoryRepository history,
            FactsListener facts,
            LaunchLedger ledger,
            EventIds ids) {
        this.repository = repository;
        this.launches = launches;
        this.lockable = lockable;
        this.demands = demands;
        this.history = history;
        this.facts = facts;
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * Waives a condition; it takes the place of the waiver that the condition had.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when there is no such launch, or a rule refuses
     */
    @Transactional
    Waiver give(UUID launchId, WaiverRequest request, IfMatch seen, Caller leader) {
        Launch launch = launches.locked(launchId, seen, leader);
        Instant now = ledger.now();
        List<Demanded> demanded = demands.demanded(launch, request.region(), now);
        Refusal.endsCall(WaiverRule.firstRefusal(request, launch, demanded, now));
        MarketKey market = new MarketKey(launchId, request.region());
        Waiver waiver = Waiver.given(ids.next(), market, demandOf(request, demanded), request, now);
        List<Waiver> replaced = repository.standing(List.of(market)).getOrDefault(market, List.of()).stream()
                .filter(it -> it.condition().equals(request.condition()))
                .map(it -> it.replacedBy(leader.id(), now))
                .toList();
        List<HistoryEntry> entries = new ArrayList<>(end(replaced));
        repository.insert(waiver);
        entries.add(entry(
                waiver,
                now,
                leader.id(),
                1,
                "Waived " + waiver.condition() + " until " + waiver.expiresAt() + ": " + waiver.reason()));
        history.append(entries);
        facts.factsChanged(List.of(launch), List.of(market), Map.of(launchId, leader.id()), now);
        return waiver;
    }

    /**
     * Takes a waiver back; one that has ended already stays as it is.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when there is no such launch or waiver
     */
    @Transactional
    public void revoke(UUID launchId, UUID waiverId, IfMatch seen, Caller leader) {
        Launch launch = launches.locked(launchId, seen, leader);
        Instant now = ledger.now();
        Waiver waiver = repository.find(launchId, waiverId).orElseThrow(Waivers::unknown);
        Optional<Waiver> revoked = waiver.asOf(now).after(Happening.REVOKE, leader.id(), now);
        if (revoked.isPresent()) {
            history.append(end(revoked.stream().toList()));
            facts.factsChanged(List.of(launch), List.of(waiver.market()), Map.of(launchId, leader.id()), now);
        }
    }

    /**
     * Ends waivers whose time is over, so that readiness shows it. Until then no decision has counted them either.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean endExpired() {
        Instant now = ledger.now();
        List<Launch> locked = lockable.lockWithExpiredWaivers(now, EXPIRED_AT_ONCE);
        List<Waiver> ended = repository.expired(locked.stream().map(Launch::id).toList(), now).stream()
                .map(it -> it.asOf(now))
                .toList();
        if (!ended.isEmpty()) {
            history.append(end(ended));
            facts.factsChanged(locked, ended.stream().map(Waiver::market).collect(Collectors.toSet()), Map.of(), now);
        }
        return locked.size() == EXPIRED_AT_ONCE;
    }

    static RuntimeException unknown() {
        return Rejection.notFound("This launch has no such waiver").asException();
    }

    private static Demand demandOf(WaiverRequest request, List<Demanded> demanded) {
        return demanded.stream()
                .filter(it -> it.condition().equals(request.condition()))
                .map(Demanded::demand)
                .findFirst()
                .orElseThrow();
    }

    /** Keeps the ends; what the time line says of them. */
    private List<HistoryEntry> end(List<Waiver> ended) {
        repository.end(ended);
        return ended.stream()
                .flatMap(waiver -> Optional.ofNullable(waiver.end()).stream()
                        .map(end -> entry(waiver, end.at(), end.by(), 2, sentence(waiver))))
                .toList();
    }

    private static String sentence(Waiver ended) {
        String subject = "The waiver of " + ended.condition() + " by " + ended.approver();
        return switch (ended.status()) {
            case REVOKED -> subject + " was revoked";
            case REPLACED -> subject + " was replaced";
            case LAPSED -> subject + " has expired";
            case STANDING -> throw new IllegalArgumentException("It stands: " + ended);
        };
    }

    private static HistoryEntry entry(Waiver waiver, Instant at, String actor, long revision, String summary) {
        return new HistoryEntry(
                waiver.market().launchId(),
                at,
                actor,
                HistoryEntry.Type.WAIVER,
                waiver.market().region(),
                revision,
                summary);
    }
}
