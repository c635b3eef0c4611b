package dev.greenlight.sales.commitment;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Managers' answers to requirements. */
@RestController
@RequestMapping("/api/capacity/launches/{launchId}/commitments/{region}/{requirementId}")
class CommitmentController {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_ID = 500;
    private static final int MOST_REPS = 500;

    private final CommitmentDesk desk;
    private final IdempotentCalls calls;

    CommitmentController(CommitmentDesk desk, IdempotentCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @PutMapping
    ResponseEntity<?> commit(
            Caller caller,
            @PathVariable UUID launchId,
            @PathVariable String region,
            @PathVariable String requirementId,
            @RequestBody CommitRequest body,
            HttpServletRequest request) {
        CommitRequest.CommitRead read = body.read();
        return calls.once(
                request,
                body,
                () -> ResponseEntity.ok(read.body(
                        desk.commit(caller, new MarketKey(launchId, region), requirementId, read.team(), read))));
    }

    @PostMapping("/decline")
    ResponseEntity<?> decline(
            Caller caller,
            @PathVariable UUID launchId,
            @PathVariable String region,
            @PathVariable String requirementId,
            @RequestBody DeclineRequest body,
            HttpServletRequest request) {
        DeclineRequest.DeclineRead read = body.read();
        return calls.once(
                request,
                body,
                () -> ResponseEntity.ok(CommitmentBody.of(desk.decline(
                        caller,
                        new MarketKey(launchId, region),
                        requirementId,
                        read.team(),
                        read.reason(),
                        read.counter()))));
    }

    @PostMapping("/withdraw")
    ResponseEntity<?> withdraw(
            Caller caller,
            @PathVariable UUID launchId,
            @PathVariable String region,
            @PathVariable String requirementId,
            @RequestBody WithdrawRequest body,
            HttpServletRequest request) {
        Faults faults = new Faults();
        String reason = faults.text("/reason", body.reason(), LONGEST_REASON);
        String team = faults.optionalText("/team", body.team(), LONGEST_ID);
        faults.throwIfAny();
        return calls.once(
                request,
                body,
                () -> ResponseEntity.ok(CommitmentBody.of(desk.withdraw(
                        caller, new MarketKey(launchId, region), requirementId, team, String.valueOf(reason)))));
    }

    /**
     * A promise as a client writes it; without dates it is for the whole window that is asked for, and with nothing but the
     * plan's revision it is the same again.
     */
    record CommitRequest(
            @Nullable Long planRevision,
            @Nullable String team,
            @Nullable String fte,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<@Nullable RepRequest> reps) {

        CommitRead read() {
            Faults faults = new Faults();
            Long revision = faults.required("/planRevision", planRevision);
            String readTeam = faults.optionalText("/team", team, LONGEST_ID);
            LocalDate readFrom = faults.readOptional("/from", from, SensibleTime::day);
            LocalDate readTo = faults.readOptional("/to", to, SensibleTime::day);
            if (readFrom != null && readTo != null) {
                faults.check("/to", () -> new DateWindow(readFrom, readTo));
            }
            List<CommittedRep> readReps = readReps(faults);
            Fte readFte = isSameAgain() ? null : readFte(faults, readReps);
            faults.throwIfAny();
            return new CommitRead(revision == null ? 0 : revision, readTeam, readFte, readFrom, readTo, readReps);
        }

        private boolean isSameAgain() {
            return fte == null && reps == null && from == null && to == null;
        }

        private @Nullable Fte readFte(Faults faults, List<CommittedRep> readReps) {
            if (readReps.isEmpty()) {
                return faults.read("/fte", fte, Fte::of);
            }
            Fte sum = Fte.sum(readReps.stream().map(CommittedRep::fte).toList());
            Fte given = faults.readOptional("/fte", fte, Fte::of);
            if (given != null && !given.equals(sum)) {
                faults.add("/fte", "The reps give " + sum + " FTE in sum, not " + given);
            }
            return sum;
        }

        private List<CommittedRep> readReps(Faults faults) {
            List<@Nullable RepRequest> given = reps == null ? List.of() : reps;
            if (given.size() > MOST_REPS) {
                faults.add("/reps", "A commitment names at most " + MOST_REPS + " reps");
                return List.of();
            }
            List<CommittedRep> read = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                String pointer = "/reps/" + i;
                RepRequest rep = faults.required(pointer, given.get(i));
                String id = rep == null ? null : faults.text(pointer + "/id", rep.id(), LONGEST_ID);
                Fte repFte = rep == null ? null : faults.read(pointer + "/fte", rep.fte(), Fte::of);
                if (id != null && !ids.add(id)) {
                    faults.add(pointer + "/id", "\"" + id + "\" is named twice");
                } else if (id != null && repFte != null) {
                    read.add(new CommittedRep(id, repFte));
                }
            }
            return read;
        }

        /**
         * A promise that is well-formed.
         *
         * @param fte null when the same again is wanted
         */
        record CommitRead(
                long planRevision,
                @Nullable String team,
                @Nullable Fte fte,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                List<CommittedRep> reps)
                implements Wish {

            @Override
            public Optional<Offer> offerFor(StaffRequirement requirement, @Nullable Commitment current) {
                return fte == null
                        ? SameAgain.offer(planRevision, requirement, current)
                        : Optional.of(new Offer(planRevision, fte, windowFor(requirement), reps));
            }

            CommitmentBody body(Commitment promise) {
                return fte == null ? CommitmentBody.sameAgain(promise) : CommitmentBody.of(promise);
            }

            private DateWindow windowFor(StaffRequirement requirement) {
                LocalDate first = from == null ? requirement.window().from() : from;
                LocalDate last = to == null ? requirement.window().to() : to;
                if (last.isBefore(first)) {
                    throw Rejection.invalid(
                                    to == null ? "/from" : "/to",
                                    "The window would end on " + last + ", before it starts on " + first)
                            .asException();
                }
                return new DateWindow(first, last);
            }
        }
    }

    /** A named rep as a client writes it. */
    record RepRequest(@Nullable String id, @Nullable String fte) {}

    /** A refusal as a client writes it. */
    record DeclineRequest(
            @Nullable String team,
            @Nullable String reason,
            @Nullable CounterRequest counter) {

        DeclineRead read() {
            Faults faults = new Faults();
            String readTeam = faults.optionalText("/team", team, LONGEST_ID);
            String readReason = faults.text("/reason", reason, LONGEST_REASON);
            CounterOffer offer = counter == null ? null : counter.read(faults);
            faults.throwIfAny();
            return new DeclineRead(readTeam, String.valueOf(readReason), offer);
        }

        /** A refusal that is well-formed. */
        record DeclineRead(
                @Nullable String team,
                String reason,
                @Nullable CounterOffer counter) {}
    }

    /** A counter-offer as a client writes it. */
    record CounterRequest(
            @Nullable String fte,
            @Nullable String from,
            @Nullable String to) {

        @Nullable CounterOffer read(Faults faults) {
            Fte readFte = faults.read("/counter/fte", fte, Fte::of);
            LocalDate readFrom = faults.read("/counter/from", from, SensibleTime::day);
            LocalDate readTo = faults.read("/counter/to", to, SensibleTime::day);
            DateWindow window = readFrom == null || readTo == null
                    ? null
                    : faults.check("/counter/to", () -> new DateWindow(readFrom, readTo));
            return readFte == null || window == null ? null : new CounterOffer(readFte, window);
        }
    }

    /** A withdrawal as a client writes it. */
    record WithdrawRequest(@Nullable String team, @Nullable String reason) {}
}
