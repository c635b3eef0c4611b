package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.outbox.EventIds;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.commitment.MarketAnswers;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.ReportCounts;
import dev.greenlight.sales.opportunity.Account;
import dev.greenlight.sales.opportunity.NameKey;
import dev.greenlight.sales.opportunity.NamedOpportunity;
import dev.greenlight.sales.opportunity.Opportunity;
import dev.greenlight.sales.opportunity.OpportunityRepository;
import dev.greenlight.sales.team.TeamDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes what field reps have heard. Each method runs in its caller's transaction and locks, in this order: the CRM's data
 * against imports, the market, the report.
 */
@Service
class ReportDesk {
    private final LaunchRepository launches;
    private final ReportRepository reports;
    private final OpportunityRepository opportunities;
    private final ReportEvents events;
    private final MarketAnswers answers;
    private final EventIds ids;
    private final Clock clock;

    ReportDesk(
            LaunchRepository launches,
            ReportRepository reports,
            OpportunityRepository opportunities,
            ReportEvents events,
            MarketAnswers answers,
            EventIds ids,
            Clock clock) {
        this.launches = launches;
        this.reports = reports;
        this.opportunities = opportunities;
        this.events = events;
        this.answers = answers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Files a new report. */
    FieldReport file(Caller caller, UUID launchId, Hearing hearing) {
        MarketKey key = new MarketKey(launchId, regionOf(caller, hearing));
        opportunities.holdStill();
        Place place = lockPlace(key);
        refuseWhenOver(place.launch());
        FieldReport report = read(caller, place, hearing, null);
        FieldReport stored = place.launch().isFrozen() ? report : report.published();
        reports.insert(stored);
        if (!stored.isHeld()) {
            publish(caller, place, List.of(stored), new ReportCounts(1, 0));
        }
        return stored;
    }

    /** Puts a new report in the place of one of the caller's. */
    FieldReport correct(Caller caller, UUID reportId, IfMatch seen, Hearing hearing) {
        MarketKey key = find(reportId).market();
        if (hearing.region() != null && !hearing.region().equals(key.region())) {
            throw Rejection.invalid(
                            "/region",
                            "The report is on " + key.region() + "; withdraw it and file one on the other market")
                    .asException();
        }
        opportunities.holdStill();
        Place place = lockPlace(key);
        FieldReport old = lockOwn(caller, reportId, seen);
        refuseWhenOver(place.launch());
        FieldReport correction = read(caller, place, hearing, reportId);
        if (place.launch().isFrozen()) {
            reports.insert(correction);
            reports.update(List.of(old.endedLater(Ending.SUPERSEDED)));
            return correction;
        }
        FieldReport published = correction.published();
        FieldReport superseded = old.ended(Ending.SUPERSEDED);
        reports.insert(published);
        reports.update(List.of(superseded));
        publish(caller, place, List.of(published, superseded), new ReportCounts(1, 1));
        return published;
    }

    /** Takes one of the caller's reports back. */
    FieldReport withdraw(Caller caller, UUID reportId, IfMatch seen, String reason) {
        MarketKey key = find(reportId).market();
        Place place = lockPlace(key);
        FieldReport report = lockOwn(caller, reportId, seen);
        Ending ending = new Ending(ReportStatus.WITHDRAWN, reason);
        if (place.launch().isFrozen()) {
            FieldReport later = report.endedLater(ending);
            reports.update(List.of(later));
            return later;
        }
        FieldReport withdrawn = report.ended(ending);
        reports.update(List.of(withdrawn));
        publish(caller, place, List.of(withdrawn), new ReportCounts(0, 1));
        return withdrawn;
    }

    /**
     * What was heard of a launch that is over changes nothing any more. One on hold may come back, and what customers miss is as
     * true until then; and one's own words may be taken back whenever one likes.
     */
    private static void refuseWhenOver(Launch launch) {
        if (launch.status().isOver()) {
            throw Rejection.conflict(
                            "launch-over",
                            "\"" + launch.name() + "\" " + launch.status().predicate()
                                    + "; no reports are taken on it any more")
                    .asException();
        }
    }

    private static String regionOf(Caller caller, Hearing hearing) {
        String region = hearing.region();
        if (region == null) {
            if (caller.regions().size() != 1) {
                throw Rejection.invalid("/region", "Say for which region").asException();
            }
            return caller.regions().iterator().next();
        }
        if (!caller.mayActIn(region)) {
            throw TeamDesk.regionForbidden(region).asException();
        }
        return region;
    }

    private FieldReport find(UUID reportId) {
        return reports.find(reportId)
                .orElseThrow(() -> Rejection.notFound("There is no such report").asException());
    }

    private FieldReport lockOwn(Caller caller, UUID reportId, IfMatch seen) {
        FieldReport report = reports.lock(reportId)
                .orElseThrow(() -> Rejection.notFound("There is no such report").asException());
        if (!report.reporter().equals(caller.id())) {
            throw Rejection.forbidden("not-your-report", "Only who filed a report corrects or withdraws it")
                    .asException();
        }
        if (!caller.mayActIn(report.market().region())) {
            throw TeamDesk.regionForbidden(report.market().region()).asException();
        }
        seen.against(report.revision()).ifPresent(stale -> {
            throw stale.asException();
        });
        if (!report.stands()) {
            throw Rejection.conflict(
                            "report-ended",
                            "This report was corrected or withdrawn already; file a new one or correct the later one")
                    .asException();
        }
        return report;
    }

    private Place lockPlace(MarketKey key) {
        Optional<Market> market = launches.lockMarket(key);
        // Read under the market's lock, so that a decision that is pending by now is seen.
        Launch launch = launch(key);
        return new Place(
                launch,
                market.orElseThrow(
                        () -> Rejection.invalid("/region", "\"" + launch.name() + "\" has no market " + key.region())
                                .asException()));
    }

    private Launch launch(MarketKey key) {
        return launches.find(key.launchId())
                .filter(launch -> launch.status() != LaunchStatus.DRAFT)
                .orElseThrow(() ->
                        Rejection.notFound("Sales has not heard of this launch").asException());
    }

    private FieldReport read(Caller caller, Place place, Hearing hearing, @Nullable UUID supersedes) {
        Faults faults = new Faults();
        if (!place.market().inPlan()) {
            faults.add(
                    "/region",
                    "\"" + place.launch().name() + "\" no longer has a market "
                            + place.market().plan().region());
        }
        Optional<Account> account = opportunities.account(hearing.account());
        String sector = account.map(Account::sector).orElse(null);
        String segment = hearing.segment() == null ? sector : hearing.segment();
        if (segment == null) {
            faults.add("/segment", "is required, because the sector of \"" + hearing.account() + "\" is not known");
        }
        List<NamedOpportunity> named = namedOpportunities(hearing, faults);
        faults.throwIfAny();
        return new FieldReport(
                ids.next(),
                0,
                place.market().key(),
                asTheQuotasSpellIt(String.valueOf(segment), place.market()),
                account.map(Account::name).orElse(hearing.account()),
                caller.id(),
                clock.instant(),
                place.launch().planRevision(),
                hearing.verdict(),
                hearing.text(),
                hearing.gaps(),
                named,
                ReportStatus.STANDING,
                null,
                supersedes,
                null);
    }

    private List<NamedOpportunity> namedOpportunities(Hearing hearing, Faults faults) {
        if (hearing.opportunities().isEmpty()) {
            return List.of();
        }
        Map<String, Opportunity> known = opportunities.opportunities(hearing.opportunities());
        Map<String, NamedOpportunity> valued = opportunities.named(hearing.opportunities());
        List<NamedOpportunity> named = new ArrayList<>();
        for (int i = 0; i < hearing.opportunities().size(); i++) {
            String id = hearing.opportunities().get(i);
            Opportunity opportunity = known.get(id);
            NamedOpportunity value = valued.get(id);
            if (opportunity == null || value == null) {
                faults.add("/opportunities/" + i, "There is no opportunity \"" + id + "\"");
            } else if (isOfAnother(opportunity.account(), hearing.account())) {
                faults.add(
                        "/opportunities/" + i,
                        "The opportunity \"" + id + "\" is one of " + opportunity.account() + ", not of "
                                + hearing.account());
            } else {
                named.add(value);
            }
        }
        return named;
    }

    /** Open opportunities often have no account in the CRM yet: then the rep knows better. */
    private static boolean isOfAnother(@Nullable String account, String heard) {
        return account != null && !NameKey.of(account).equals(NameKey.of(heard));
    }

    private static String asTheQuotasSpellIt(String segment, Market market) {
        return market.plan().quotas().stream()
                .map(quota -> quota.segment())
                .filter(known -> NameKey.of(known).equals(NameKey.of(segment)))
                .findFirst()
                .orElse(segment);
    }

    private void publish(Caller caller, Place place, List<FieldReport> changed, ReportCounts more) {
        Cause cause = new Cause(caller.id(), Traceparent.current());
        events.publish(changed, report -> cause);
        answers.publish(
                Map.of(place.launch().id(), place.launch()),
                List.of(place.market().heard(more)),
                cause);
    }

    /** A market under its lock, with its launch. */
    private record Place(Launch launch, Market market) {}
}
