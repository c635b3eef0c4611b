package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a launch's plan, as far as it matters for who is told.
 *
 * @param actor who caused this revision
 * @param at when
 * @param owner user id of who answers for the launch
 * @param statusActor who gave it this status, as far as is known; null in what an earlier version kept
 * @param resumed it was on hold before it got its present status
 * @param deciding a decision is pending
 */
public record LaunchFact(
        UUID launch,
        long revision,
        String actor,
        Instant at,
        String name,
        String owner,
        Status status,
        @Nullable String statusReason,
        Instant statusSince,
        @Nullable String statusActor,
        boolean resumed,
        List<MarketPlan> markets,
        boolean deciding,
        @Nullable Decision lastDecision) {

    /** Where a launch is in its life. */
    public enum Status {
        UNKNOWN,
        DRAFT,
        PLANNED,
        ON_HOLD,
        LIVE,
        CLOSED,
        CANCELLED;

        /** Whether something may still come of it. */
        public boolean isOpen() {
            return isUnderWay() || this == ON_HOLD;
        }

        /** Whether it is being worked towards a go-live, so that somebody may be asked to act. */
        public boolean isUnderWay() {
            return this == PLANNED || this == LIVE;
        }
    }

    /** Staff that a market asks for; FTE as exact decimal text. */
    public record Asked(String requirement, String fte, LocalDate from, LocalDate to) {}

    /**
     * One region of the plan.
     *
     * @param asked for each requirement; none in plans that were kept before it was taken from the events
     */
    public record MarketPlan(String region, LocalDate goLiveDate, ZoneId zone, boolean live, List<Asked> asked) {
        /** Takes a copy. */
        public MarketPlan {
            asked = List.copyOf(Objects.requireNonNullElse(asked, List.of()));
        }

        /** Whether the plan asks for exactly what was offered instead of what it asked for before. */
        boolean asksForWhatIsOffered(StaffFact.Refusal refusal) {
            StaffFact.Counter offer = refusal.counter();
            return offer != null
                    && asked.contains(new Asked(refusal.requirement(), offer.fte(), offer.from(), offer.to()));
        }

        /** The instant from which the market may go live: the first of its day, whatever the clocks do on it. */
        public Instant mayGoLiveFrom() {
            return goLiveDate.atStartOfDay(zone).toInstant();
        }
    }

    /** How the last request to go live ended. */
    public record Decision(
            UUID id,
            boolean go,
            String requestedBy,
            Instant decidedAt,
            Set<String> regions,
            @Nullable String cause) {
        /** Takes a copy. */
        public Decision {
            regions = Set.copyOf(regions);
        }
    }

    /** Takes a copy. */
    public LaunchFact {
        markets = List.copyOf(markets);
    }

    /** Who gave it this status; where that was not seen, who made the first revision that showed it. */
    public String statusGivenBy() {
        return statusActor == null ? actor : statusActor;
    }

    /** This fact, knowing what was before it: whether the launch goes on after a hold, and who gave it a status that it still has. */
    public LaunchFact after(@Nullable LaunchFact before) {
        boolean goesOn = before != null
                && status.isUnderWay()
                && (before.status == Status.ON_HOLD || (before.resumed && before.statusSince.equals(statusSince)));
        return new LaunchFact(
                launch,
                revision,
                actor,
                at,
                name,
                owner,
                status,
                statusReason,
                statusSince,
                Optional.ofNullable(before)
                        .filter(it -> it.status == status && it.statusSince.equals(statusSince))
                        .orElse(this)
                        .statusGivenBy(),
                goesOn,
                markets,
                deciding,
                lastDecision);
    }
}
