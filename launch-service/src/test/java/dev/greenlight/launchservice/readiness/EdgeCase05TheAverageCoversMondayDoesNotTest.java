package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.staffed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.staff.Commitment.Absence;
import dev.greenlight.launchservice.staff.Commitment.Status;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Edge case 5 of domain.md: "The average covers, Monday doesn't." Coverage is that of the worst day, not the average. */
class EdgeCase05TheAverageCoversMondayDoesNotTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-04-12");

    @Test
    void oneRepWhoIsOffOnOneMondayIsMissedOnThatMonday() {
        assertThat(MONDAY.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);

        Condition condition =
                capacity(staffed(commitment("north", Status.CONFIRMED, "50", new Absence(MONDAY, Fte.of("48.5")))));

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause()).isEqualTo("1.5 of 2.5 FTE committed on 2027-04-12");
    }

    @Test
    void twoTeamsWithAHoleOfOneDayBetweenThemDoNotCoverThatDay() {
        DateWindow until = new DateWindow(LocalDate.parse("2027-03-01"), MONDAY.minusDays(1));
        DateWindow after = new DateWindow(MONDAY.plusDays(1), LocalDate.parse("2027-05-31"));

        assertThat(capacity(staffed(
                                commitment("north", Status.CONFIRMED, "9", until),
                                commitment("south", Status.CONFIRMED, "9", after)))
                        .cause())
                .isEqualTo("0 of 2.5 FTE committed on 2027-04-12");
    }

    @Test
    void aNeighbourWhoHelpsOutOnThatMondayMakesItPass() {
        assertThat(capacity(staffed(
                                commitment("north", Status.CONFIRMED, "2.5", new Absence(MONDAY, Fte.of("1"))),
                                commitment("south", Status.CONFIRMED, "1", new DateWindow(MONDAY, MONDAY))))
                        .status())
                .isEqualTo(Condition.Status.PASS);
    }

    private static Condition capacity(MarketFacts facts) {
        return Gate.judge(facts).get(0);
    }
}
