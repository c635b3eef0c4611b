package dev.greenlight.sales.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffingChangeTest {
    private final Team team = new Team("Central", "d", "D", "sam", 1, List.of(rep("anna", "1"), rep("bert", "1")));
    private final List<RepBooking> bookings = List.of(
            booking("0.4", "2027-03-01", "2027-03-31", "GTK"), booking("0.3", "2027-03-31", "2027-04-30", "MG"));

    @Test
    void whoIsPromisedToNobodyMayLeave() {
        assertThat(StaffingChange.check(team, List.of(rep("anna", "1")), bookings))
                .isEmpty();
    }

    @Test
    void whoIsPromisedMayNotLeave() {
        assertThat(StaffingChange.check(team, List.of(rep("bert", "1")), bookings))
                .map(Rejection::sentence)
                .contains("anna is promised to \"GTK\" and \"MG\"; commit someone else or withdraw there first");
    }

    @Test
    void whoIsPromisedMayNotBecomeLessThanOnTheBusiestDay() {
        assertThat(StaffingChange.check(team, List.of(rep("anna", "0.7"), rep("bert", "1")), bookings))
                .isEmpty();
        assertThat(StaffingChange.check(team, List.of(rep("anna", "0.6999"), rep("bert", "1")), bookings))
                .map(Rejection::sentence)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("0.7 FTE on 2027-03-31"));
    }

    @Test
    void whoIsGoneAlreadyIsNotHeldByAPromise() {
        assertThat(StaffingChange.check(team, List.of(rep("bert", "1")), bookings, Set.of("anna")))
                .isEmpty();
    }

    private static Rep rep(String id, String fte) {
        return new Rep(id, id, Rep.DEFAULT_ROLE, Fte.of(fte), Set.of());
    }

    private static RepBooking booking(String fte, String from, String to, String launch) {
        return new RepBooking(
                new UUID(0, launch.length()),
                launch,
                "anna",
                Fte.of(fte),
                new DateWindow(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
