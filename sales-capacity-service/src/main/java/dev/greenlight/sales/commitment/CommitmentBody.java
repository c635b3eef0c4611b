package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as it is shown.
 *
 * @param remark what was made of a wish for the same again; null otherwise
 */
record CommitmentBody(
        String team,
        CommitmentStatus status,
        String fte,
        LocalDate from,
        LocalDate to,
        List<RepBody> reps,
        List<AbsenceBody> absences,
        long planRevision,
        String by,
        Instant at,
        @Nullable String reason,
        @Nullable CounterBody counter,
        List<String> warnings,
        boolean withdrawalPending,
        @Nullable String remark) {

    static CommitmentBody of(Commitment commitment) {
        return of(commitment, null);
    }

    /** As the answer to a wish for the same again, which must say what was understood. */
    static CommitmentBody sameAgain(Commitment commitment) {
        DateWindow window = commitment.window();
        DateWindow asked = commitment.answered();
        String extent = window.covers(asked)
                ? "the whole window that is asked for"
                : "a part of the window that is asked for, %s to %s, as before".formatted(asked.from(), asked.to());
        return of(
                commitment,
                "%s FTE stand from %s to %s: %s".formatted(commitment.fte(), window.from(), window.to(), extent));
    }

    private static CommitmentBody of(Commitment commitment, @Nullable String remark) {
        CounterOffer counter = commitment.counter();
        return new CommitmentBody(
                commitment.key().team(),
                commitment.status(),
                commitment.fte().toString(),
                commitment.window().from(),
                commitment.window().to(),
                commitment.reps().stream()
                        .map(rep -> new RepBody(rep.id(), rep.fte().toString()))
                        .toList(),
                commitment.absences().entrySet().stream()
                        .map(absence -> new AbsenceBody(
                                absence.getKey(), absence.getValue().toString()))
                        .toList(),
                commitment.planRevision(),
                commitment.by(),
                commitment.at(),
                commitment.reason(),
                counter == null
                        ? null
                        : new CounterBody(
                                counter.fte().toString(),
                                counter.window().from(),
                                counter.window().to()),
                commitment.warnings(),
                commitment.pendingWithdrawal() != null,
                remark);
    }

    /** A named rep's part. */
    record RepBody(String id, String fte) {}

    /** What is missing on a day. */
    record AbsenceBody(LocalDate day, String fte) {}

    /** What could be given instead. */
    record CounterBody(String fte, LocalDate from, LocalDate to) {}
}
