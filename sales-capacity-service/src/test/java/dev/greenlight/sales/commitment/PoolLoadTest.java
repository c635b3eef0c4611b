package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.OTHER;
import static dev.greenlight.sales.commitment.Sample.binding;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.commitment.PoolLoad.Pool;
import dev.greenlight.sales.commitment.PoolLoad.Week;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolLoadTest {
    private final Binding pool = binding(promise(GTK, "1.2", days("2027-03-01", "2027-03-07")), "GTK");
    private final Binding named =
            binding(promise(OTHER, "0.5", days("2027-03-04", "2027-03-31"), part("anna", "0.5")), "MG");

    @Test
    void aWeekIsToldByTheDayOnWhichTheLeastIsLeftBesideWhatIsPromisedByName() {
        List<Pool> pools = PoolLoad.of(
                team(rep("anna", "1"), rep("bert", "1")), List.of(pool, named), days("2027-03-01", "2027-03-14"));

        assertThat(pools).singleElement().satisfies(shown -> {
            assertThat(shown.role()).isEqualTo("account-executive");
            assertThat(shown.weeks())
                    .containsExactly(
                            new Week(LocalDate.parse("2027-03-01"), Fte.of("1.2"), Fte.of("1.5"), List.of(GTK)),
                            new Week(LocalDate.parse("2027-03-08"), Fte.ZERO, Fte.of("1.5"), List.of()));
        });
    }

    @Test
    void aTeamThatPromisesByNameOnlyHasNoPoolToTellOf() {
        assertThat(PoolLoad.of(team(rep("anna", "1")), List.of(named), days("2027-03-01", "2027-03-14")))
                .isEmpty();
    }
}
