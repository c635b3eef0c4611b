package dev.greenlight.sales.commitment;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.commitment.CommitmentStatus.Action;
import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamChoice;
import dev.greenlight.sales.team.TeamDesk;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes managers' answers. Each method runs in its caller's transaction: it locks the team, then the market, reads, lets the
 * rules decide, and publishes what has changed.
 */
@Service
class CommitmentDesk {
    private final LaunchRepository launches;
    private final TeamRepository teams;
    private final CommitmentRepository commitments;
    private final MarketAnswers answers;
    private final TeamReviews reviews;
    private final Clock clock;

    CommitmentDesk(
            LaunchRepository launches,
            TeamRepository teams,
            CommitmentRepository commitments,
            MarketAnswers answers,
            TeamReviews reviews,
            Clock clock) {
        this.launches = launches;
        this.teams = teams;
        this.commitments = commitments;
        this.answers = answers;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Promises staff.
     *
     * @param wish says what to offer, once it is known what is asked for and what was answered before
     */
    Commitment commit(Caller caller, MarketKey market, String requirementId, @Nullable String team, Wish wish) {
        Matter matter = open(caller, market, requirementId, team);
        Offer offer = wish.offerFor(matter.requirement(), matter.current())
                .orElseThrow(() -> nothingToRepeat(matter, wish).asException());
        List<Binding> others = commitments
                .binding(market.region(), matter.team().id(), today())
                .stream()
                .filter(binding -> !binding.commitment().key().equals(matter.key()))
                .toList();
        Proposal proposal =
                new Proposal(matter.launch(), matter.requirement(), matter.team(), offer, matter.current(), others);
        refuse(CommitmentPolicy.firstRefusal(proposal));
        if (matter.current() != null && proposal.changesNothing()) {
            return matter.current();
        }
        Commitment promise = promised(caller, matter, proposal.offer());
        List<Binding> all = new ArrayList<>(others);
        all.add(new Binding(matter.launch(), promise));
        return store(
                caller,
                matter,
                promise.reviewed(promise.absences(), new StaffingWarnings(matter.team(), all).of(promise)));
    }

    /** Says that the team can't give what is asked, and perhaps what it could give. */
    Commitment decline(
            Caller caller,
            MarketKey market,
            String requirementId,
            @Nullable String team,
            String reason,
            @Nullable CounterOffer counter) {
        Matter matter = open(caller, market, requirementId, team);
        refuse(LaunchAsksForStaff.refusal(matter.launch()));
        refuse(NothingChangesDuringADecision.refusal(matter.launch()));
        Commitment current = matter.current();
        if (current != null && !CommitmentStatus.allows(current.status(), Action.DECLINE)) {
            throw Rejection.conflict(
                            "already-committed",
                            matter.team().name() + " has committed " + current.fte() + " FTE here; withdraw it instead")
                    .asException();
        }
        Commitment declined = Commitment.declined(
                current,
                matter.key(),
                matter.requirement(),
                matter.launch().planRevision(),
                reason,
                counter,
                caller.id(),
                clock.instant());
        return store(caller, matter, declined);
    }

    /** Takes a promise back: at once, or, while a decision is being made, after it. */
    Commitment withdraw(Caller caller, MarketKey market, String requirementId, @Nullable String team, String reason) {
        Matter matter = open(caller, market, requirementId, team);
        Commitment current = matter.current();
        if (current == null || !CommitmentStatus.allows(current.status(), Action.WITHDRAW)) {
            throw Rejection.conflict(
                            "nothing-to-withdraw", matter.team().name() + " has no commitment here that stands")
                    .asException();
        }
        if (current.pendingWithdrawal() != null) {
            return current;
        }
        Withdrawal withdrawal = new Withdrawal(reason, caller.id(), clock.instant());
        return store(
                caller,
                matter,
                matter.launch().isFrozen() ? current.withdrawnLater(withdrawal) : current.withdrawn(withdrawal));
    }

    /** Who speaks of another plan than the current one learns of that first: what could be repeated depends on it. */
    private static Rejection nothingToRepeat(Matter matter, Wish wish) {
        return LaunchAsksForStaff.refusal(matter.launch())
                .or(() -> PlanIsTheCurrentOne.refusal(matter.launch(), wish.planRevision()))
                .orElseGet(() -> SameAgain.nothingToRepeat(matter.requirement(), matter.current()));
    }

    private Matter open(Caller caller, MarketKey key, String requirementId, @Nullable String wantedTeam) {
        if (!caller.mayActIn(key.region())) {
            throw TeamDesk.regionForbidden(key.region()).asException();
        }
        if (launches.find(key.launchId()).isEmpty()) {
            throw unknownLaunch().asException();
        }
        Team team = lockedTeam(caller, key.region(), wantedTeam);
        Market market = launches.lockMarket(key)
                .filter(Market::inPlan)
                .orElseThrow(() -> Rejection.notFound("This launch has no market " + key.region())
                        .asException());
        // Read again under the market's lock: what was read before may have been changed by an event since.
        Launch launch = launches.find(key.launchId())
                .filter(known -> known.status() != LaunchStatus.DRAFT)
                .orElseThrow(() -> unknownLaunch().asException());
        StaffRequirement requirement = market.plan()
                .requirement(requirementId)
                .orElseThrow(() -> Rejection.notFound(
                                "The market " + key.region() + " has no requirement \"" + requirementId + "\"")
                        .asException());
        CommitmentKey commitmentKey = new CommitmentKey(key, requirementId, team.id());
        return new Matter(
                launch,
                market,
                requirement,
                team,
                commitments.find(commitmentKey).orElse(null));
    }

    private Team lockedTeam(Caller caller, String region, @Nullable String wanted) {
        List<Team> candidates = wanted == null
                ? teams.inRegion(region)
                : teams.find(region, wanted).map(List::of).orElse(List.of());
        Team chosen = choose(caller, region, candidates, wanted);
        Team locked = teams.lock(region, chosen.id())
                .orElseThrow(() -> new IllegalStateException("Teams are never taken away: " + chosen.id()));
        // Its manager may have changed between looking and locking.
        return choose(caller, region, List.of(locked), locked.id());
    }

    private static Team choose(Caller caller, String region, List<Team> candidates, @Nullable String wanted) {
        TeamChoice choice = TeamChoice.of(caller.id(), region, candidates, wanted);
        if (choice instanceof TeamChoice.Refused refused) {
            throw refused.rejection().asException();
        }
        return ((TeamChoice.Chosen) choice).team();
    }

    private Commitment promised(Caller caller, Matter matter, Offer offer) {
        return Commitment.promised(
                matter.current(),
                matter.key(),
                matter.requirement(),
                offer,
                Absences.of(matter.team(), offer.window(), offer.reps()),
                caller.id(),
                clock.instant());
    }

    private Commitment store(Caller caller, Matter matter, Commitment changed) {
        commitments.save(List.of(changed));
        answers.publish(
                Map.of(matter.launch().id(), matter.launch()),
                List.of(matter.market()),
                new Cause(caller.id(), Traceparent.current()));
        // What this team's other promises say of an over-booked pool may have changed with this one.
        reviews.request(List.of(new TeamReviews.Request(
                changed.key().market().region(), changed.key().team(), caller.id(), Traceparent.current())));
        return changed;
    }

    private LocalDate today() {
        return Today.anywhere(clock.instant());
    }

    static Rejection unknownLaunch() {
        return Rejection.notFound("Sales has not heard of this launch");
    }

    private static void refuse(Optional<Rejection> rejection) {
        rejection.ifPresent(refused -> {
            throw refused.asException();
        });
    }

    /** What an answer is about, read under the locks. */
    private record Matter(
            Launch launch,
            Market market,
            StaffRequirement requirement,
            Team team,
            @Nullable Commitment current) {
        CommitmentKey key() {
            return new CommitmentKey(market.key(), requirement.id(), team.id());
        }
    }
}
