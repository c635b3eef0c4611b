package dev.greenlight.sales.commitment;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.launch.StaffRequirement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Managers' calls, without HTTP. */
public final class CommitmentCalls {
    private final CommitmentDesk desk;

    CommitmentCalls(CommitmentDesk desk) {
        this.desk = desk;
    }

    /** Promises staff; without reps from the pool, without a window for all that is asked for. */
    public Commitment commit(
            Caller caller,
            MarketKey market,
            String requirementId,
            long planRevision,
            Fte fte,
            @Nullable DateWindow window,
            List<CommittedRep> reps) {
        return desk.commit(
                caller, market, requirementId, null, new NewPromise(planRevision, fte, window, List.copyOf(reps)));
    }

    /** Promises the same again, or what was offered. */
    public Commitment commitTheSameAgain(Caller caller, MarketKey market, String requirementId, long planRevision) {
        return desk.commit(caller, market, requirementId, null, new TheSame(planRevision));
    }

    /** Declines, perhaps with an offer. */
    public Commitment decline(
            Caller caller, MarketKey market, String requirementId, String reason, @Nullable CounterOffer counter) {
        return desk.decline(caller, market, requirementId, null, reason, counter);
    }

    /** Takes a promise back. */
    public Commitment withdraw(Caller caller, MarketKey market, String requirementId, String reason) {
        return desk.withdraw(caller, market, requirementId, null, reason);
    }

    private record NewPromise(
            long planRevision, Fte fte, @Nullable DateWindow window, List<CommittedRep> reps) implements Wish {
        @Override
        public Optional<Offer> offerFor(StaffRequirement requirement, @Nullable Commitment current) {
            return Optional.of(new Offer(planRevision, fte, window == null ? requirement.window() : window, reps));
        }
    }

    private record TheSame(long planRevision) implements Wish {
        @Override
        public Optional<Offer> offerFor(StaffRequirement requirement, @Nullable Commitment current) {
            return SameAgain.offer(planRevision, requirement, current);
        }
    }
}
