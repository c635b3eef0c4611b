package dev.greenlight.sales.planchange;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.snapshot.Latest;
import dev.greenlight.kit.snapshot.SnapshotHandler;
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
import dev.greenlight.sales.team.TeamReviews;
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

    PlanChanges(
            LaunchRepository launches,
            CommitmentRepository commitments,
            HeldReports heldReports,
            MarketAnswers answers,
            TeamReviews reviews) {
        this.launches = launches;
        this.commitments = commitments;
        this.heldReports = heldReports;
        this.answers = answers;
        this.reviews = reviews;
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
        return heard.stream()
                .map(plan -> new PlanChange(
                        before.get(plan.launch().id()),
                        plan,
                        markets.getOrDefault(plan.launch().id(), List.of()),
                        answersGiven.getOrDefault(plan.launch().id(), List.of()),
                        released.getOrDefault(plan.launch().id(), Map.of())))
                .toList();
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
                .flatMap(PlanChanges::teamsToReview)
                .distinct()
                .map(team -> {
                    Cause cause = causeOf(team.launchId(), causes);
                    return new TeamReviews.Request(team.region(), team.team(), cause.actor(), cause.traceparent());
                })
                .toList());
    }

    /** After a freeze, what a team's people have done meanwhile shows; and what is released makes room in its pool. */
    private static Stream<TeamOfLaunch> teamsToReview(PlanChange change) {
        return change.outcomes().stream()
                .flatMap(outcome -> (change.endsFreeze() ? outcome.answer().commitments() : outcome.changed()).stream())
                .map(commitment -> new TeamOfLaunch(
                        commitment.key().market().launchId(),
                        commitment.key().market().region(),
                        commitment.key().team()));
    }

    private static Cause causeOf(UUID launchId, Map<UUID, Cause> causes) {
        return Optional.ofNullable(causes.get(launchId))
                .orElseThrow(() -> new IllegalStateException("No event caused a change of " + launchId));
    }

    private record TeamOfLaunch(UUID launchId, String region, String team) {}
}
