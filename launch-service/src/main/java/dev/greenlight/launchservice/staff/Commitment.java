package dev.greenlight.launchservice.staff;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.Promise;
import dev.greenlight.kit.staffing.StaffShare;
import dev.greenlight.launchservice.launch.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One team's answer to one requirement.
 *
 * @param fte what is given on each day of the window, less the absences; what was given, when it is given no more
 * @param by user id of who answered
 * @param reason why it was declined or withdrawn
 * @param answered the window of the requirement that was answered; the commitment's own where a snapshot does not tell it
 * @param counter what a team that declined could give instead
 */
public record Commitment(
        String requirementId,
        String team,
        Status status,
        Fte fte,
        DateWindow window,
        List<Absence> absences,
        String by,
        Instant at,
        @Nullable String reason,
        DateWindow answered,
        @Nullable CounterOffer counter) {

    /** What an answer is worth. */
    public enum Status {
        /** Stands; the only one that gives staff. */
        CONFIRMED,
        /** Was made for an earlier plan that it no longer fits; its manager is asked to reconfirm. */
        STALE,
        /** Was taken back. */
        WITHDRAWN,
        /** The team can't. */
        DECLINED,
        /** The requirement is gone. */
        RELEASED,
        /** Asked for, not answered. */
        REQUESTED,
        /** Of a kind that this version does not know: gives no staff and is no answer. */
        UNKNOWN;

        /** Whether the team has said what it gives to the plan as it is: something or nothing. */
        public boolean isAnswer() {
            return this == CONFIRMED || this == DECLINED || this == WITHDRAWN;
        }

        /** Whether the team has promised staff and is held to it, whatever the plan has become meanwhile. */
        public boolean isPromise() {
            return this == CONFIRMED || this == STALE;
        }
    }

    /** What a commitment lacks on one day because a named rep is off. */
    public record Absence(LocalDate day, Fte fte) {}

    /** Takes a copy. */
    public Commitment {
        absences = List.copyOf(absences);
        // Snapshots that were kept before they told it have none.
        answered = Objects.requireNonNullElse(answered, window);
    }

    /** What a plan decides about, were it made for this role. */
    public Promise promise(String role) {
        return new Promise(role, window, answered);
    }

    /** What the team could give instead of what is asked for; empty when it offers nothing, or that is asked for by now. */
    public Optional<CounterOffer> offerInsteadOf(Requirement asked) {
        return status == Status.DECLINED
                ? Optional.ofNullable(counter).filter(offer -> offer.givesAnybody() && !offer.isWhatIsAskedFor(asked))
                : Optional.empty();
    }

    /** What it adds to its requirement day by day, were it confirmed; two absences on one day add up. */
    public StaffShare share() {
        return new StaffShare(
                fte,
                window,
                absences.stream().collect(Collectors.toMap(Absence::day, Absence::fte, Fte::plus, TreeMap::new)));
    }
}
