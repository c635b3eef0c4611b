package dev.greenlight.sales.planchange;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.kit.snapshot.SnapshotHandler;
import dev.greenlight.sales.commitment.Attendance;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.CommitmentRepository;
import dev.greenlight.sales.commitment.MarketAnswers;
import dev.greenlight.sales.fieldreport.HeldReports;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchEvents;
import dev.greenlight.sales.launch.LaunchPlan;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.ReportCounts;
import dev.greenlight.sales.planchange.PlanChange.MarketOutcome;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamKey;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes over what marketing plans. A batch of snapshots costs a fixed number of statements. Locks are taken in the order
 * launches, markets, reports, each sorted.
 */
@Component
public class PlanChanges implements SnapshotHandler<LaunchPlanned> {
    private final LaunchRepository launches;
    private final CommitmentRepository commitments;
    private final HeldReports heldReports;
    private final MarketAnswers answers;
    private final TeamReviews reviews;
    private final TeamRepository teams;
    private final Clock clock;

    PlanChanges(
            LaunchRepository launches,
            CommitmentRepository commitments,
            HeldReports heldReports,
            MarketAnswers answers,
            TeamReviews reviews,
            TeamRepository teams,
            Clock clock) {
        this.launches = launches;
        this.commitments = commitments;
        this.heldReports = heldReports;
        this.answers = answers;
        this.reviews = reviews;
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public void apply(List<LaunchPlanned> snapshots) {
        Map<UUID, LaunchPlanned> latest =
                Latest.perSubject(snapshots, LaunchPlanned::getLaunchId, LaunchPlanned::getRevision).stream()
                        .collect(Collectors.toMap(LaunchPlanned::getLaunchId, Function.identity()));
        Map<UUID, Launch> before = launches.lockKnown(latest.keySet());
        List<LaunchPlan> heard =
                keepNewer(latest.values().stream().map(LaunchEvents::read).toList(), before);
        if (heard.isEmpty()) {
            return;
        }
        Map<UUID, Cause> causes = latest.values().stream()
                .collect(Collectors.toMap(
                        LaunchPlanned::getLaunchId, event -> new Cause(event.getActor(), event.getTraceparent())));
        act(planChanges(heard, before, causes), causes);
    }

    private List<LaunchPlan> keepNewer(List<LaunchPlan> heard, Map<UUID, Launch> before) {
        List<LaunchPlan> newer = heard.stream()
                .filter(plan -> Optional.ofNullable(before.get(plan.launch().id()))
                        .filter(known -> known.revision() >= plan.launch().revision())
                        .isEmpty())
                .toList();
        if (newer.isEmpty()) {
            return newer;
        }
        // A launch that was unknown a moment ago may have been taken over by another instance since.
        Set<UUID> kept =
                launches.keepNewer(newer.stream().map(LaunchPlan::launch).toList());
        return newer.stream().filter(plan -> kept.contains(plan.launch().id())).toList();
    }

    private List<PlanChange> planChanges(List<LaunchPlan> heard, Map<UUID, Launch> before, Map<UUID, Cause> causes) {
        List<UUID> ids = heard.stream().map(plan -> plan.launch().id()).toList();
        Map<UUID, List<Market>> markets =
                launches.lockMarketsOf(ids).stream().collect(Collectors.groupingBy(Market::launchId));
        Map<UUID, List<Commitment>> answersGiven = commitments.ofLaunches(ids).stream()
                .collect(Collectors.groupingBy(
                        commitment -> commitment.key().market().launchId()));
        Map<UUID, Map<String, ReportCounts>> released = releaseReports(heard, before, causes);
        Map<TeamKey, Team> people = peopleAtFreeze(heard, before, answersGiven);
        return heard.stream()
                .map(plan -> new PlanChange(
                        before.get(plan.launch().id()),
                        plan,
                        markets.getOrDefault(plan.launch().id(), List.of()),
                        answersGiven.getOrDefault(plan.launch().id(), List.of()),
                        released.getOrDefault(plan.launch().id(), Map.of()),
                        new Attendance(
                                people.values(),
                                causeOf(plan.launch().id(), causes).actor(),
                                clock.instant())))
                .toList();
    }

    /** The teams that have promised people by name to launches for which a freeze begins, as they are at that moment. */
    private Map<TeamKey, Team> peopleAtFreeze(
            List<LaunchPlan> heard, Map<UUID, Launch> before, Map<UUID, List<Commitment>> answersGiven) {
        Set<TeamKey> keys = heard.stream()
                .map(LaunchPlan::launch)
                .filter(launch -> PlanChange.beginsFreeze(before.get(launch.id()), launch))
                .flatMap(launch -> answersGiven.getOrDefault(launch.id(), List.of()).stream())
                .filter(answer -> answer.bindsPeople() && !answer.isFromPool())
                .map(Commitment::teamKey)
                .collect(Collectors.toSet());
        return keys.isEmpty()
                ? Map.of()
                : teams.find(keys).stream().collect(Collectors.toMap(Team::key, Function.identity()));
    }

    private Map<UUID, Map<String, ReportCounts>> releaseReports(
            List<LaunchPlan> heard, Map<UUID, Launch> before, Map<UUID, Cause> causes) {
        List<UUID> unfrozen = heard.stream()
                .map(LaunchPlan::launch)
                .filter(launch -> Optional.ofNullable(before.get(launch.id()))
                        .filter(known -> known.freezeEndsWith(launch))
                        .isPresent())
                .map(Launch::id)
                .toList();
        Map<UUID, Map<String, ReportCounts>> byLaunch = new HashMap<>();
        if (!unfrozen.isEmpty()) {
            Map<MarketKey, ReportCounts> released = heldReports.release(unfrozen, causes);
            released.forEach((market, counts) -> byLaunch.computeIfAbsent(market.launchId(), id -> new HashMap<>())
                    .put(market.region(), counts));
        }
        return byLaunch;
    }

    private void act(List<PlanChange> changes, Map<UUID, Cause> causes) {
        List<MarketOutcome> outcomes =
                changes.stream().flatMap(change -> change.outcomes().stream()).toList();
        launches.saveMarkets(
                outcomes.stream().map(outcome -> outcome.answer().market()).toList());
        commitments.save(
                outcomes.stream().flatMap(outcome -> outcome.changed().stream()).toList());
        answers.publishStored(
                outcomes.stream()
                        .filter(MarketOutcome::published)
                        .map(MarketOutcome::answer)
                        .toList(),
                launch -> causeOf(launch.id(), causes));
        reviews.request(changes.stream()
                .flatMap(change ->
                        reviewsAfter(change, causeOf(change.heard().launch().id(), causes)))
                .toList());
    }

    private static Stream<TeamReviews.Request> reviewsAfter(PlanChange change, Cause cause) {
        return change.teamsToReview().stream()
                .map(look -> new TeamReviews.Request(
                        look.team().region(), look.team().team(), cause.actor(), cause.traceparent(), look.dueAt()));
    }

    private static Cause causeOf(UUID launchId, Map<UUID, Cause> causes) {
        return Optional.ofNullable(causes.get(launchId))
                .orElseThrow(() -> new IllegalStateException("No event caused a change of " + launchId));
    }
}
