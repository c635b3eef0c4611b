package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.sales.launch.StaffRequirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a manager means who names no FTE: the same again. Of a promise that is stale it is the same FTE and people for the window
 * that is asked for now; of a counter-offer that marketing has accepted it is the counter-offer; of a promise that stands it is
 * that promise, so that pressing twice does no harm.
 *
 * <p>Where a promise was for a part of the window, because another team gives the rest, each end that was the requirement's own
 * moves with it, and each end that the manager chose stays: nobody is promised for days that nobody ever spoke of, and teams that
 * have shared a window still cover all of it.
 */
final class SameAgain {
    private SameAgain() {}

    /** The offer; empty when there is nothing that it could repeat. */
    static Optional<Offer> offer(long planRevision, StaffRequirement requirement, @Nullable Commitment current) {
        if (current == null) {
            return Optional.empty();
        }
        return switch (current.status()) {
            case CONFIRMED -> Optional.of(new Offer(planRevision, current.fte(), current.window(), current.reps()));
            case STALE ->
                moved(current, requirement.window())
                        .map(window -> new Offer(planRevision, current.fte(), window, current.reps()));
            case DECLINED ->
                Optional.ofNullable(current.counter())
                        .filter(counter -> isAskedFor(counter, requirement))
                        .map(counter -> new Offer(planRevision, counter.fte(), counter.window(), List.of()));
            case WITHDRAWN, RELEASED -> Optional.empty();
        };
    }

    /** Why nothing can be repeated, and what to send instead. */
    static Rejection nothingToRepeat(StaffRequirement requirement, @Nullable Commitment current) {
        String asked = "%s FTE from %s to %s are asked for"
                .formatted(
                        requirement.fte(),
                        requirement.window().from(),
                        requirement.window().to());
        return Rejection.invalid("/fte", "is required: " + reason(current) + "; " + asked);
    }

    private static String reason(@Nullable Commitment current) {
        if (current == null) {
            return "there is no promise yet that could be repeated";
        }
        CounterOffer counter = current.counter();
        return switch (current.status()) {
            case CONFIRMED, STALE ->
                "none of the days promised before, %s to %s, is asked for any more"
                        .formatted(current.window().from(), current.window().to());
            case DECLINED ->
                counter == null
                        ? "you have declined and made no other offer"
                        : "your offer was %s FTE from %s to %s"
                                .formatted(
                                        counter.fte(),
                                        counter.window().from(),
                                        counter.window().to());
            case WITHDRAWN -> "the promise was withdrawn";
            case RELEASED -> "the promise was released";
        };
    }

    private static boolean isAskedFor(CounterOffer counter, StaffRequirement requirement) {
        return counter.fte().equals(requirement.fte()) && counter.window().equals(requirement.window());
    }

    private static Optional<DateWindow> moved(Commitment stale, DateWindow asked) {
        DateWindow promised = stale.window();
        DateWindow before = stale.answered();
        LocalDate from = promised.from().isAfter(before.from()) ? later(promised.from(), asked.from()) : asked.from();
        LocalDate to = promised.to().isBefore(before.to()) ? earlier(promised.to(), asked.to()) : asked.to();
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateWindow(from, to));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
