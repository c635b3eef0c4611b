package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.Promise;
import dev.greenlight.kit.staffing.StaffShare;
import dev.greenlight.sales.commitment.CommitmentStatus.Action;
import dev.greenlight.sales.launch.StaffRequirement;
import dev.greenlight.sales.team.TeamKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One team's latest answer to one requirement.
 *
 * @param role the role that was asked for
 * @param fte what is given on every day of the window, less the absences; {@link Fte#ZERO} when declined
 * @param answered the window of the requirement that was answered
 * @param reps who gives it; empty: the team's pool
 * @param absences what is missing on single days because somebody named is off
 * @param planRevision the plan that it was made for or carried to
 * @param by user id of who gave this answer
 * @param reason why it was declined or withdrawn, or has become less
 * @param warnings sentences, for example that the pool is over-booked
 * @param pendingWithdrawal it was withdrawn while a decision was pending, which takes effect after it
 */
public record Commitment(
        CommitmentKey key,
        CommitmentStatus status,
        String role,
        Fte fte,
        DateWindow window,
        DateWindow answered,
        List<CommittedRep> reps,
        Map<LocalDate, Fte> absences,
        long planRevision,
        String by,
        Instant at,
        @Nullable String reason,
        @Nullable CounterOffer counter,
        List<String> warnings,
        @Nullable Withdrawal pendingWithdrawal) {
    /** Takes copies. */
    public Commitment {
        reps = List.copyOf(reps);
        absences = Collections.unmodifiableMap(new TreeMap<>(absences));
        warnings = List.copyOf(warnings);
    }

    /** Whose answer it is. */
    public TeamKey teamKey() {
        return new TeamKey(key.market().region(), key.team());
    }

    /** Whether it is from the team's pool and names nobody. */
    public boolean isFromPool() {
        return reps.isEmpty();
    }

    /** Whether it holds people. */
    public boolean bindsPeople() {
        return status.bindsPeople();
    }

    /** What it gives to its requirement; nothing unless it is confirmed. */
    public StaffShare share() {
        return status == CommitmentStatus.CONFIRMED
                ? new StaffShare(fte, window, absences)
                : StaffShare.everyDay(Fte.ZERO, window);
    }

    /** What decides how it stands towards a plan. */
    Promise promise() {
        return new Promise(role, window, answered);
    }

    /** A team's promise, in the place of its present answer, which is null where it has given none. */
    static Commitment promised(
            @Nullable Commitment current,
            CommitmentKey key,
            StaffRequirement requirement,
            Offer offer,
            Map<LocalDate, Fte> absences,
            String by,
            Instant at) {
        return new Commitment(
                key,
                reach(current, Action.COMMIT, CommitmentStatus.CONFIRMED),
                requirement.role(),
                offer.fte(),
                offer.window(),
                requirement.window(),
                offer.reps(),
                absences,
                offer.planRevision(),
                by,
                at,
                null,
                null,
                List.of(),
                null);
    }

    /** A team's refusal, in the place of its present answer, which is null where it has given none. */
    static Commitment declined(
            @Nullable Commitment current,
            CommitmentKey key,
            StaffRequirement requirement,
            long planRevision,
            String reason,
            @Nullable CounterOffer counter,
            String by,
            Instant at) {
        return new Commitment(
                key,
                reach(current, Action.DECLINE, CommitmentStatus.DECLINED),
                requirement.role(),
                Fte.ZERO,
                requirement.window(),
                requirement.window(),
                List.of(),
                Map.of(),
                planRevision,
                by,
                at,
                reason,
                counter,
                List.of(),
                null);
    }

    private static CommitmentStatus reach(@Nullable Commitment from, Action action, CommitmentStatus to) {
        return CommitmentStatus.TRANSITIONS.reach(from == null ? null : from.status(), action, to);
    }

    /**
     * The same promise with another standing towards the plan. One that is released has nothing left to be withdrawn after a
     * decision.
     *
     * @param newStatus confirmed, stale or released
     * @throws IllegalStateException when it holds nobody, so that no plan can change it
     */
    public Commitment standing(CommitmentStatus newStatus, long newPlanRevision) {
        Action action = switch (newStatus) {
            case CONFIRMED -> Action.PLAN_FITS;
            case STALE -> Action.PLAN_NO_LONGER_FITS;
            case RELEASED -> Action.RELEASE;
            case WITHDRAWN, DECLINED -> throw new IllegalArgumentException("No plan makes a promise " + newStatus);
        };
        return new Commitment(
                key,
                reach(this, action, newStatus),
                role,
                fte,
                window,
                answered,
                reps,
                absences,
                newPlanRevision,
                by,
                at,
                reason,
                counter,
                newStatus.bindsPeople() ? warnings : List.of(),
                newStatus.bindsPeople() ? pendingWithdrawal : null);
    }

    /**
     * What is left of it without those of its people who are gone; when nobody is left, it is taken back.
     *
     * @param reason a sentence that says who is gone
     * @param by user id of who has changed the team
     */
    Commitment leftBy(Predicate<CommittedRep> isGone, String reason, String by, Instant at) {
        List<CommittedRep> remaining = reps.stream().filter(isGone.negate()).toList();
        boolean anybodyStays = !remaining.isEmpty();
        return new Commitment(
                key,
                reach(this, Action.PEOPLE_LEAVE, anybodyStays ? status : CommitmentStatus.WITHDRAWN),
                role,
                anybodyStays ? Fte.sum(remaining.stream().map(CommittedRep::fte).toList()) : fte,
                window,
                answered,
                anybodyStays ? remaining : reps,
                absences,
                planRevision,
                by,
                at,
                reason,
                null,
                anybodyStays ? warnings : List.of(),
                anybodyStays ? pendingWithdrawal : null);
    }

    /** The same promise, seen beside all else that its team has promised. */
    public Commitment reviewed(Map<LocalDate, Fte> newAbsences, List<String> newWarnings) {
        return new Commitment(
                key,
                status,
                role,
                fte,
                window,
                answered,
                reps,
                newAbsences,
                planRevision,
                by,
                at,
                reason,
                counter,
                newWarnings,
                pendingWithdrawal);
    }

    /** It is taken back, now. */
    public Commitment withdrawn(Withdrawal withdrawal) {
        return new Commitment(
                key,
                reach(this, Action.WITHDRAW, CommitmentStatus.WITHDRAWN),
                role,
                fte,
                window,
                answered,
                reps,
                absences,
                planRevision,
                withdrawal.by(),
                withdrawal.at(),
                withdrawal.reason(),
                null,
                List.of(),
                null);
    }

    /** It will be taken back when the pending decision has fallen. */
    public Commitment withdrawnLater(Withdrawal withdrawal) {
        if (!CommitmentStatus.allows(status, Action.WITHDRAW)) {
            throw new IllegalStateException("Nothing is left to withdraw of what is " + status);
        }
        return new Commitment(
                key,
                status,
                role,
                fte,
                window,
                answered,
                reps,
                absences,
                planRevision,
                by,
                at,
                reason,
                counter,
                warnings,
                withdrawal);
    }

    /** No decision is pending any more: a withdrawal that waited for it takes effect. */
    public Commitment unfrozen() {
        return pendingWithdrawal == null ? this : withdrawn(pendingWithdrawal);
    }
}
