package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.NOW;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.LaunchStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final DateWindow SPRING = days("2027-03-01", "2027-05-31");

    private final Commitment both = promise(GTK, "1.5", SPRING, part("anna", "1"), part("bert", "0.5"));

    @Test
    void whatWhoHasLeftWasToGiveIsMissingAndSaidSo() {
        Commitment left = new Attendance(List.of(team(rep("bert", "1"))), "ada", NOW).apply(both);

        assertThat(left.status()).isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(left.fte()).isEqualTo(Fte.of("0.5"));
        assertThat(left.reps()).containsExactly(part("bert", "0.5"));
        assertThat(left.reason()).isEqualTo("No longer in the team Dustin's team: anna (1 FTE)");
        assertThat(left.by()).isEqualTo("ada");
    }

    @Test
    void whereNobodyIsLeftThePromiseIsTakenBackAndNeverTurnsIntoOneFromThePool() {
        Commitment left = new Attendance(List.of(team()), "ada", NOW).apply(both);

        assertThat(left.status()).isEqualTo(CommitmentStatus.WITHDRAWN);
        assertThat(left.reps()).isEqualTo(both.reps());
        assertThat(left.share().on(SPRING.from())).isEqualTo(Fte.ZERO);
    }

    @Test
    void aDayOffOfWhoHasLeftIsNotMissingTwice() {
        Commitment withDayOff = both.reviewed(Map.of(LocalDate.parse("2027-04-12"), Fte.of("1")), List.of());

        Commitment left = new Attendance(List.of(team(rep("bert", "1"))), "ada", NOW).apply(withDayOff);

        assertThat(left.absences()).isEmpty();
        assertThat(left.share().on(LocalDate.parse("2027-04-12"))).isEqualTo(Fte.of("0.5"));
    }

    @Test
    void whoLeavesDuringADecisionIsMissedAfterIt() {
        Binding frozen = new Binding(launch(GTK, "GTK", LaunchStatus.PLANNED, new UUID(0, 9)), both);
        Binding after = new Binding(launch(GTK, "GTK", LaunchStatus.PLANNED, null), both);

        assertThat(TeamReview.changed(team(), List.of(frozen), "ada", NOW)).isEmpty();
        assertThat(TeamReview.changed(team(), List.of(after), "ada", NOW))
                .singleElement()
                .satisfies(left -> assertThat(left.status()).isEqualTo(CommitmentStatus.WITHDRAWN));
    }
}
