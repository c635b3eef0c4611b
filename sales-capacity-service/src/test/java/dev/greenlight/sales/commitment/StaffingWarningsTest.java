package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.OTHER;
import static dev.greenlight.sales.commitment.Sample.binding;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.team.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaffingWarningsTest {
    private final Team two = team(rep("anna", "1"), rep("bert", "1"));

    @Test
    void everyPromiseOutOfAnOverBookedPoolWarns() {
        Commitment first = promise(GTK, "1.5", days("2027-03-01", "2027-03-31"));
        Commitment second = promise(OTHER, "1", days("2027-03-31", "2027-04-30"));

        StaffingWarnings warnings = warnings(two, first, second);

        String sentence =
                "The pool of Dustin's team is over-booked: 2.5 of 2 FTE (account-executive) promised on 2027-03-31";
        assertThat(warnings.of(first)).containsExactly(sentence);
        assertThat(warnings.of(second)).containsExactly(sentence);
    }

    @Test
    void whatFitsOnEveryDayWarnsOfNothing() {
        Commitment first = promise(GTK, "1.5", days("2027-03-01", "2027-03-31"));
        Commitment second = promise(OTHER, "1", days("2027-04-01", "2027-04-30"));

        assertThat(warnings(two, first, second).of(first)).isEmpty();
    }

    @Test
    void whoIsPromisedByNameIsNoLongerInThePool() {
        Commitment pool = promise(GTK, "1.5", days("2027-03-01", "2027-03-31"));
        Commitment named = promise(OTHER, "1", days("2027-03-01", "2027-03-31"), part("anna", "1"));

        StaffingWarnings warnings = warnings(two, pool, named);

        assertThat(warnings.of(pool)).hasSize(1);
        assertThat(warnings.of(named)).isEmpty();
    }

    @Test
    void aDayOffMakesThePoolSmaller() {
        Commitment pool = promise(GTK, "2", days("2027-03-01", "2027-03-31"));

        assertThat(warnings(team(rep("anna", "1"), rep("bert", "1", "2027-03-08")), pool)
                        .of(pool))
                .singleElement()
                .asString()
                .contains("2 of 1 FTE", "2027-03-08");
    }

    @Test
    void tenthsAddUpExactly() {
        Commitment first = promise(GTK, "0.1", days("2027-03-01", "2027-03-31"));
        Commitment second = promise(OTHER, "0.2", days("2027-03-01", "2027-03-31"));

        assertThat(warnings(team(rep("anna", "0.3")), first, second).of(first)).isEmpty();
    }

    @Test
    void aReviewAlsoFindsWhatIsMissingOnANewDayOffOfANamedRep() {
        Commitment named = promise(GTK, "1", days("2027-03-01", "2027-03-31"), part("anna", "1"));

        List<Commitment> changed = TeamReview.changed(
                team(rep("anna", "1", "2027-03-08", "2027-04-05")), List.of(binding(named, "GTK")), "sam", Sample.NOW);

        assertThat(changed).singleElement().satisfies(commitment -> {
            assertThat(commitment.absences()).isEqualTo(Map.of(LocalDate.parse("2027-03-08"), Fte.of("1")));
            assertThat(commitment.share().on(LocalDate.parse("2027-03-08"))).isEqualTo(Fte.ZERO);
        });
    }

    @Test
    void whatIsPromisedToALaunchLongOnHoldCountsAgainstNobodyAndWarnsOfNothing() {
        Instant late = Sample.NOW.plus(Duration.ofDays(14));
        Commitment held = warned(promise(GTK, "1.5", days("2027-03-01", "2027-03-31")));
        Commitment other = warned(promise(OTHER, "1.5", days("2027-03-01", "2027-03-31")));
        List<Binding> promised =
                List.of(new Binding(launch(GTK, "held", LaunchStatus.ON_HOLD, null), held), binding(other, "other"));

        assertThat(TeamReview.changed(two, promised, "sam", late.minusNanos(1)))
                .allSatisfy(commitment -> assertThat(commitment.warnings()).hasSize(1));
        assertThat(TeamReview.changed(two, promised, "sam", late))
                .hasSize(2)
                .allSatisfy(commitment -> assertThat(commitment.warnings()).isEmpty());
    }

    private static Commitment warned(Commitment commitment) {
        return commitment.reviewed(Map.of(), List.of("The pool is over-booked"));
    }

    private static StaffingWarnings warnings(Team team, Commitment... promised) {
        return new StaffingWarnings(
                team, List.of(promised).stream().map(c -> binding(c, "launch")).toList());
    }
}
