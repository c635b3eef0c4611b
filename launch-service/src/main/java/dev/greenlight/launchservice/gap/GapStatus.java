package dev.greenlight.launchservice.gap;

import dev.greenlight.kit.transition.TransitionTable;
import java.util.List;
import java.util.Optional;

/** What product has made of a gap so far. */
public enum GapStatus {
    /** Reported, or reported again; nobody has looked yet. */
    NEW,
    /** Being looked at, which is no decision. */
    UNDER_REVIEW,
    /** Will be closed by a date. */
    ACCEPTED,
    /** Won't be closed, for a reason. */
    DECLINED,
    /** There is another way, which the reason tells. */
    WORKAROUND,
    /** The same as another gap, in which its reports count. */
    MERGED,
    /** Closed, says product. */
    SHIPPED,
    /** Closed, say those who missed it. */
    VERIFIED;

    /** What leads from one status to another. */
    public enum Action {
        /** The field names it: for the first time, or anew. */
        REPORT,
        /** Product looks at it. */
        LOOK_AT,
        /** Product will close it. */
        ACCEPT,
        /** Product won't. */
        DECLINE,
        /** Product knows another way. */
        WORK_AROUND,
        /** Product has closed it. */
        SHIP,
        /** Those who missed it agree. */
        VERIFY,
        /** Product says that it is the same as another. */
        MERGE,
        /** Product takes that back. */
        UNMERGE;

        /** What product does by deciding so; empty for what only the field does. */
        static Optional<Action> of(GapStatus decision) {
            return switch (decision) {
                case NEW -> Optional.empty();
                case UNDER_REVIEW -> Optional.of(LOOK_AT);
                case ACCEPTED -> Optional.of(ACCEPT);
                case DECLINED -> Optional.of(DECLINE);
                case WORKAROUND -> Optional.of(WORK_AROUND);
                case MERGED -> Optional.of(MERGE);
                case SHIPPED -> Optional.of(SHIP);
                case VERIFIED -> Optional.of(VERIFY);
            };
        }
    }

    private static final List<GapStatus> BEFORE_SHIPPING = List.of(NEW, UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND);
    private static final List<GapStatus> UNTIL_VERIFIED =
            List.of(NEW, UNDER_REVIEW, ACCEPTED, DECLINED, WORKAROUND, SHIPPED);

    /**
     * All that may become of a gap. Steps on the way to a decision may be skipped and decisions be changed, also to other words
     * of the same; but only what was shipped can be verified. An unmerged gap is again what it was.
     */
    public static final TransitionTable<GapStatus, Action> TRANSITIONS = transitions();

    /** Whether product may decide so from here. */
    public boolean mayBecome(GapStatus decision) {
        return Action.of(decision)
                .filter(action -> TRANSITIONS.allows(this, action, decision))
                .isPresent();
    }

    /** Whether product has decided; until then a blocker stands in the way. */
    public boolean isDecided() {
        return this != NEW && this != UNDER_REVIEW;
    }

    /** Whether a new report opens it again. */
    boolean isReopenedByReports() {
        return TRANSITIONS.allows(this, Action.REPORT, NEW);
    }

    private static TransitionTable<GapStatus, Action> transitions() {
        TransitionTable.Builder<GapStatus, Action> table = TransitionTable.<GapStatus, Action>builder()
                .start(Action.REPORT, NEW)
                .fromEach(List.of(DECLINED, SHIPPED), Action.REPORT, NEW)
                .fromEach(UNTIL_VERIFIED, Action.LOOK_AT, UNDER_REVIEW)
                .fromEach(BEFORE_SHIPPING, Action.ACCEPT, ACCEPTED)
                .fromEach(BEFORE_SHIPPING, Action.DECLINE, DECLINED)
                .fromEach(BEFORE_SHIPPING, Action.WORK_AROUND, WORKAROUND)
                .fromEach(UNTIL_VERIFIED, Action.SHIP, SHIPPED)
                .fromEach(List.of(SHIPPED, VERIFIED), Action.VERIFY, VERIFIED)
                .fromEach(UNTIL_VERIFIED, Action.MERGE, MERGED);
        UNTIL_VERIFIED.forEach(before -> table.step(MERGED, Action.UNMERGE, before, "it was " + before));
        return table.build();
    }
}
