package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.transition.TransitionTable;
import dev.greenlight.launchservice.readiness.ConditionDocument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One go-live attempt, as it is kept and read.
 *
 * @param cause what is missing, for NO_GO
 * @param decidedAt null while it is pending
 * @param planRevision the plan that it is about
 * @param markets what each market was judged on; while it is pending only which they are
 */
public record Decision(
        UUID id,
        Outcome outcome,
        @Nullable String cause,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        long planRevision,
        List<DecidedMarket> markets) {

    /** How it ended. */
    public enum Outcome {
        /** Waits for sales. */
        PENDING,
        /** All its markets went live. */
        GO,
        /** None of them did. */
        NO_GO;

        /** All that may become of a request: it is decided once. */
        public static final TransitionTable<Outcome, Happening> TRANSITIONS =
                TransitionTable.<Outcome, Happening>builder()
                        .start(Happening.ASKED, PENDING)
                        .step(PENDING, Happening.SECOND_KEY, GO, "every condition passes or is waived")
                        .step(PENDING, Happening.SECOND_KEY, NO_GO, "one does not")
                        .step(PENDING, Happening.TIMEOUT, NO_GO)
                        .build();
    }

    /** What leads from one outcome to another. */
    public enum Happening {
        /** Marketing asked to go live. */
        ASKED,
        /** Sales has turned its key, and all that the key speaks of has arrived. */
        SECOND_KEY,
        /** Sales did not answer in time. */
        TIMEOUT
    }

    /**
     * One market at the moment of the decision.
     *
     * @param ready null while it is pending
     * @param salesRevision the snapshot of sales that it was judged on; 0 when sales had not spoken, null while it is pending
     * @param conditions every condition as it was; null while it is pending
     */
    public record DecidedMarket(
            String region,
            @Nullable Boolean ready,
            @Nullable Long salesRevision,
            @Nullable List<ConditionDocument> conditions) {

        static DecidedMarket undecided(String region) {
            return new DecidedMarket(region, null, null, null);
        }
    }

    /** Takes a copy. */
    public Decision {
        markets = List.copyOf(markets);
    }
}
