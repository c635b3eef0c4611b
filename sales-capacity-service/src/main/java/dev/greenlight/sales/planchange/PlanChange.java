package dev.greenlight.sales.planchange;

import dev.greenlight.sales.commitment.Attendance;
import dev.greenlight.sales.commitment.CarryOver;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.commitment.MarketAnswer;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchPlan;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketPlan;
import dev.greenlight.sales.launch.ReportCounts;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.TeamKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What hearing of a launch's new revision means for sales: what is asked of each market, what becomes of each promise, and
 * whether a freeze begins or ends. A pure function of what was known and what was heard.
 *
 * @param before the launch as it was known; null when it was not
 * @param heard the plan with a higher revision
 * @param markets all markets of the launch that sales knows
 * @param commitments all answers to the launch
 * @param releasedReports by region, the reports that were held back until now
 * @param attendance who of the teams is there, looked at only when a freeze begins: what is known of a promise by then must be in
 *     the second key, also where nobody has come to review it yet
 */
record PlanChange(
        @Nullable Launch before,
        LaunchPlan heard,
        List<Market> markets,
        List<Commitment> commitments,
        Map<String, ReportCounts> releasedReports,
        Attendance attendance) {

    /** What one market is after it, and what to say of it. */
    record MarketOutcome(MarketAnswer answer, List<Commitment> changed, boolean published) {}

    /** The outcome of every market, in the order of the regions. */
    List<MarketOutcome> outcomes() {
        Map<String, Market> known = markets.stream()
                .collect(Collectors.toMap(market -> market.plan().region(), Function.identity()));
        TreeSet<String> regions = new TreeSet<>(known.keySet());
        heard.markets().forEach(plan -> regions.add(plan.region()));
        return regions.stream()
                .flatMap(region -> Optional.ofNullable(known.get(region))
                        .map(market -> outcomeOfKnown(market, heard.market(region)))
                        .or(() -> heard.market(region).map(this::outcomeOfNew))
                        .stream())
                .toList();
    }

    private MarketOutcome outcomeOfNew(MarketPlan plan) {
        return outcome(Market.unheardOf(heard.launch().id(), plan), List.of(), false);
    }

    private MarketOutcome outcomeOfKnown(Market market, Optional<MarketPlan> plan) {
        String region = market.plan().region();
        Market asked = plan.map(market::asked).orElseGet(market::dropped);
        List<Commitment> answers = commitments.stream()
                .filter(commitment -> commitment.key().market().equals(market.key()))
                .toList();
        return outcome(asked.heard(releasedReports.getOrDefault(region, ReportCounts.NONE)), answers, market.inPlan());
    }

    private MarketOutcome outcome(Market market, List<Commitment> answers, boolean wasInPlan) {
        Map<String, StaffRequirement> asked = asked(market);
        List<Commitment> after = new ArrayList<>(answers.size());
        List<Commitment> changed = new ArrayList<>();
        for (Commitment answer : answers) {
            Commitment carried = carried(answer, asked.get(answer.key().requirementId()));
            after.add(carried);
            if (!carried.equals(answer)) {
                changed.add(carried);
            }
        }
        MarketAnswer answer = new MarketAnswer(heard.launch(), market, after);
        boolean published = heard.launch().status() != LaunchStatus.DRAFT
                && (market.inPlan()
                        || wasInPlan
                        || !changed.isEmpty()
                        || releasedReports.containsKey(market.plan().region()));
        return new MarketOutcome(published ? answer.next() : answer, changed, published);
    }

    /** What is asked for by id; a plan may have thousands of requirements. */
    private static Map<String, StaffRequirement> asked(Market market) {
        return market.inPlan()
                ? market.plan().requirements().stream()
                        .collect(Collectors.toMap(StaffRequirement::id, Function.identity()))
                : Map.of();
    }

    private Commitment carried(Commitment answer, @Nullable StaffRequirement requirement) {
        Commitment carried = CarryOver.apply(endsFreeze() ? answer.unfrozen() : answer, heard.launch(), requirement);
        return beginsFreeze(before, heard.launch()) ? attendance.apply(carried) : carried;
    }

    /**
     * The teams whose promises must be looked at again: after a freeze, because what their people have done meanwhile shows;
     * where a promise is changed, because that makes room in a pool, or takes it; when a hold ends, because what was promised
     * counts again. And when a hold begins, because it will no longer count one day.
     */
    List<TeamToReview> teamsToReview() {
        Stream<Commitment> changed = outcomes().stream().flatMap(outcome -> outcome.changed().stream());
        Stream<TeamToReview> atOnce = (looksAtAllAgain() ? commitments.stream() : changed)
                .map(commitment -> TeamToReview.of(commitment, null));
        Stream<TeamToReview> later = before != null && before.isPutOnHoldBy(heard.launch())
                ? commitments.stream()
                        .filter(Commitment::bindsPeople)
                        .map(commitment ->
                                TeamToReview.of(commitment, heard.launch().holdBindsUntil()))
                : Stream.empty();
        return Stream.concat(atOnce, later).distinct().toList();
    }

    /** A team to look at, and when; null for at once. */
    record TeamToReview(TeamKey team, @Nullable Instant dueAt) {
        private static TeamToReview of(Commitment commitment, @Nullable Instant dueAt) {
            return new TeamToReview(commitment.teamKey(), dueAt);
        }
    }

    private boolean looksAtAllAgain() {
        return endsFreeze() || (before != null && before.isTakenOffHoldBy(heard.launch()));
    }

    /** Whether hearing of a launch begins a freeze. */
    static boolean beginsFreeze(@Nullable Launch before, Launch heard) {
        return heard.isFrozen()
                && (before == null || !Objects.equals(before.pendingDecision(), heard.pendingDecision()));
    }

    /** Whether the decision that was pending no longer is. */
    boolean endsFreeze() {
        return before != null && before.freezeEndsWith(heard.launch());
    }
}
