package dev.greenlight.kit.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorstDayCoverageTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 12);
    private static final DateWindow WEEK = new DateWindow(MONDAY, MONDAY.plusDays(6));

    @Test
    void theAverageCoversButMondayDoesNot() {
        StaffShare allButMonday = StaffShare.everyDay(Fte.of("5"), new DateWindow(MONDAY.plusDays(1), WEEK.to()));

        WorstDayCoverage coverage = WorstDayCoverage.of(WEEK, List.of(allButMonday));

        assertThat(coverage).isEqualTo(new WorstDayCoverage(MONDAY, Fte.ZERO));
        assertThat(coverage.meets(Fte.of("2.5"))).isFalse();
    }

    @Test
    void teamsAddUpDayByDay() {
        StaffShare first = StaffShare.everyDay(Fte.of("1.5"), new DateWindow(MONDAY, MONDAY.plusDays(3)));
        StaffShare second = StaffShare.everyDay(Fte.of("1"), WEEK);

        assertThat(WorstDayCoverage.of(WEEK, List.of(first, second)))
                .isEqualTo(new WorstDayCoverage(MONDAY.plusDays(4), Fte.of("1")));
    }

    @Test
    void aDayOffOfANamedRepIsMissingOnThatDay() {
        StaffShare share = new StaffShare(Fte.of("2"), WEEK, Map.of(MONDAY.plusDays(2), Fte.of("1")));

        assertThat(WorstDayCoverage.of(WEEK, List.of(share)))
                .isEqualTo(new WorstDayCoverage(MONDAY.plusDays(2), Fte.of("1")));
    }

    @Test
    void withoutAnyShareTheFirstDayIsTheWorst() {
        assertThat(WorstDayCoverage.of(WEEK, List.of())).isEqualTo(new WorstDayCoverage(MONDAY, Fte.ZERO));
    }

    @Test
    void whatIsGivenOutsideTheWindowDoesNotCount() {
        StaffShare before = StaffShare.everyDay(Fte.of("9"), new DateWindow(MONDAY.minusDays(9), MONDAY.minusDays(1)));

        assertThat(WorstDayCoverage.of(WEEK, List.of(before)).committed()).isEqualTo(Fte.ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void itIsWhatCountingDayByDayFinds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            DateWindow window = randomWindow(random);
            List<StaffShare> shares = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                shares.add(randomShare(random));
            }

            assertThat(WorstDayCoverage.of(window, shares)).isEqualTo(countedDayByDay(window, shares));
        }
    }

    private static WorstDayCoverage countedDayByDay(DateWindow window, List<StaffShare> shares) {
        WorstDayCoverage worst = null;
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            Fte given = Fte.ZERO;
            for (StaffShare share : shares) {
                given = given.plus(share.on(day));
            }
            if (worst == null || given.isLessThan(worst.committed())) {
                worst = new WorstDayCoverage(day, given);
            }
        }
        return Objects.requireNonNull(worst);
    }

    private static StaffShare randomShare(Random random) {
        DateWindow window = randomWindow(random);
        Map<LocalDate, Fte> absences =
                random.nextBoolean() ? Map.of() : Map.of(window.from().plusDays(random.nextInt(10)), Fte.of("0.5"));
        return new StaffShare(Fte.of(String.valueOf(1 + random.nextInt(4))), window, absences);
    }

    private static DateWindow randomWindow(Random random) {
        LocalDate from = MONDAY.plusDays(random.nextInt(20));
        return new DateWindow(from, from.plusDays(random.nextInt(15)));
    }
}
