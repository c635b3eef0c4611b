package dev.greenlight.launchservice.waiver;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.util.Set;
import java.util.UUID;

/**
 * What one condition asks of a market. A waiver remembers what leadership saw, and covers no more than that: when the plan asks
 * for something else, or another blocker appears, nobody has waived it.
 */
public sealed interface Demand {

    /** Whether who waived this demand has waived the present one too. */
    default boolean covers(Demand present) {
        return equals(present);
    }

    /** The demand as a person reads it: "given for …". */
    String words();

    /** Staff for one requirement, on every day of the window. */
    record Staff(String role, Fte fte, DateWindow window) implements Demand {
        @Override
        public String words() {
            return fte + " FTE of " + role + " from " + window.from() + " to " + window.to();
        }
    }

    /**
     * Customers heard in one segment.
     *
     * @param accounts how many distinct ones
     * @param pitchRevision the planRevision that last changed what they are told: price or positioning
     */
    record Voices(String segment, int accounts, long pitchRevision) implements Demand {
        @Override
        public String words() {
            return accounts + (accounts == 1 ? " account" : " accounts") + " of " + segment
                    + " and the price and positioning of revision " + pitchRevision;
        }
    }

    /**
     * Product's decision on the blockers that stand open.
     *
     * @param open ids of these gaps
     */
    record Blockers(Set<UUID> open) implements Demand {
        /** Takes a copy. */
        public Blockers {
            open = Set.copyOf(open);
        }

        /** Fewer blockers ask for less. */
        @Override
        public boolean covers(Demand present) {
            return present instanceof Blockers blockers && open.containsAll(blockers.open);
        }

        @Override
        public String words() {
            return open.size() == 1 ? "the one BLOCKER that stood open then" : "the BLOCKERs that stood open then";
        }
    }
}
