package dev.greenlight.sales.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commitment as it is shown. */
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
        boolean withdrawalPending) {

    static CommitmentBody of(Commitment commitment) {
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
                commitment.pendingWithdrawal() != null);
    }

    /** A named rep's part. */
    record RepBody(String id, String fte) {}

    /** What is missing on a day. */
    record AbsenceBody(LocalDate day, String fte) {}

    /** What could be given instead. */
    record CounterBody(String fte, LocalDate from, LocalDate to) {}
}
