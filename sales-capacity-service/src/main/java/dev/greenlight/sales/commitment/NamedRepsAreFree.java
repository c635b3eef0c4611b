package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.BusiestDay;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is promised of a named person, over all launches, is on no day more than there is of them. */
final class NamedRepsAreFree implements CommitmentPolicy {
    @Override
    public Optional<Rejection> refusal(Proposal proposal) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < proposal.offer().reps().size(); i++) {
            CommittedRep offered = proposal.offer().reps().get(i);
            String pointer = "/reps/" + i;
            Optional<Rep> rep = proposal.team().rep(offered.id());
            if (rep.isEmpty()) {
                return Optional.of(Rejection.invalid(
                        pointer + "/id",
                        "There is no \"" + offered.id() + "\" in the team "
                                + proposal.team().name()));
            }
            overBooked(rep.get(), offered, proposal).ifPresent(sentence -> faults.add(new Fault(pointer, sentence)));
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Rejection.Kind.CONFLICT,
                        "rep-over-booked",
                        faults.stream().map(Fault::detail).collect(Collectors.joining("; ")),
                        faults));
    }

    private static Optional<String> overBooked(Rep rep, CommittedRep offered, Proposal proposal) {
        List<RepBooking> others = proposal.otherBookings(rep.id());
        BusiestDay busiest = BusiestDay.within(proposal.offer().window(), others);
        Fte booked = busiest.booked().plus(offered.fte());
        if (!rep.fte().isLessThan(booked)) {
            return Optional.empty();
        }
        String elsewhere = others.stream()
                .filter(booking -> booking.window().contains(busiest.day()))
                .map(booking -> booking.fte() + " on \"" + booking.launch() + "\"")
                .collect(Collectors.joining(", "));
        return Optional.of("%s would be booked %s of %s FTE on %s%s"
                .formatted(
                        rep.name(),
                        booked,
                        rep.fte(),
                        busiest.day(),
                        elsewhere.isEmpty() ? "" : " (already " + elsewhere + ")"));
    }
}
