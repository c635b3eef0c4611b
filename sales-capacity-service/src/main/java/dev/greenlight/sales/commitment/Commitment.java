package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.Promise;
import dev.greenlight.kit.staffing.StaffShare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * @param reason why it was declined or withdrawn
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

    /** The same promise with another standing towards the plan. */
    public Commitment standing(CommitmentStatus newStatus, long newPlanRevision) {
        return new Commitment(
                key,
                newStatus,
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
                pendingWithdrawal);
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
                CommitmentStatus.WITHDRAWN,
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
