package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.BusiestDay;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Team;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is allowed but must be said of all that one team has promised: that the pool is over-booked in sum, and that a named
 * person has become so (when a launch comes back from a long hold). The pool of a role are the team's people in that role;
 * whoever is promised by name is no longer in it.
 */
final class StaffingWarnings {
    private final Team team;
    private final List<Binding> promised;

    /** Looks at everything that a team has promised together. */
    StaffingWarnings(Team team, Collection<Binding> promised) {
        this.team = team;
        this.promised = List.copyOf(promised);
    }

    /** The warnings that one of these promises carries. */
    List<String> of(Commitment commitment) {
        if (!commitment.bindsPeople()) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        if (commitment.isFromPool()) {
            poolOverBooked(commitment).ifPresent(warnings::add);
        }
        commitment.reps().stream()
                .flatMap(rep -> team.rep(rep.id()).stream())
                .flatMap(rep -> repOverBooked(rep, commitment.window()).stream())
                .forEach(warnings::add);
        return warnings;
    }

    private Optional<String> poolOverBooked(Commitment commitment) {
        return daysOfChange(commitment.window()).stream()
                .map(day -> new PoolDay(day, promisedOn(day, commitment.role()), availableOn(day, commitment.role())))
                .filter(PoolDay::isOverBooked)
                .reduce((worst, next) -> worst.excess().isLessThan(next.excess()) ? next : worst)
                .map(day -> "The pool of %s is over-booked: %s of %s FTE (%s) promised on %s"
                        .formatted(team.name(), day.promised(), day.available(), commitment.role(), day.day()));
    }

    private Optional<String> repOverBooked(Rep rep, DateWindow window) {
        List<RepBooking> bookings = promised.stream()
                .flatMap(binding -> binding.bookings().stream())
                .filter(booking -> booking.repId().equals(rep.id()))
                .toList();
        BusiestDay busiest = BusiestDay.within(window, bookings);
        return rep.fte().isLessThan(busiest.booked())
                ? Optional.of("%s is booked %s of %s FTE on %s"
                        .formatted(rep.name(), busiest.booked(), rep.fte(), busiest.day()))
                : Optional.empty();
    }

    private Fte promisedOn(LocalDate day, String role) {
        Fte sum = Fte.ZERO;
        for (Binding binding : promised) {
            Commitment commitment = binding.commitment();
            if (commitment.window().contains(day)) {
                sum = sum.plus(takenFromPool(commitment, role, day));
            }
        }
        return sum;
    }

    private Fte takenFromPool(Commitment commitment, String role, LocalDate day) {
        if (commitment.isFromPool()) {
            return commitment.role().equals(role) ? commitment.fte() : Fte.ZERO;
        }
        return Fte.sum(commitment.reps().stream()
                .filter(committed -> team.rep(committed.id())
                        .filter(rep -> rep.role().equals(role) && !rep.isOff(day))
                        .isPresent())
                .map(CommittedRep::fte)
                .toList());
    }

    private Fte availableOn(LocalDate day, String role) {
        return Fte.sum(team.reps().stream()
                .filter(rep -> rep.role().equals(role))
                .map(rep -> rep.availableOn(day))
                .toList());
    }

    /** The first days of the stretches within which neither what is promised nor what there is changes. */
    private NavigableSet<LocalDate> daysOfChange(DateWindow window) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(window.from());
        for (Binding binding : promised) {
            days.add(binding.commitment().window().from());
            days.add(binding.commitment().window().to().plusDays(1));
        }
        team.reps()
                .forEach(rep -> rep.daysOff().forEach(day -> {
                    days.add(day);
                    days.add(day.plusDays(1));
                }));
        return days.subSet(window.from(), true, window.to(), true);
    }

    /** A pool on one day. */
    private record PoolDay(LocalDate day, Fte promised, Fte available) {
        boolean isOverBooked() {
            return available.isLessThan(promised);
        }

        Fte excess() {
            return promised.minus(available);
        }
    }
}
