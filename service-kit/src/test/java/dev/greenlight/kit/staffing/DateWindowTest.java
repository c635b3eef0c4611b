package dev.greenlight.kit.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateWindowTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    @Test
    void aWindowMayBeOneDayButNotLess() {
        assertThat(new DateWindow(FIRST, FIRST).contains(FIRST)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new DateWindow(FIRST, FIRST.minusDays(1)));
    }

    @Test
    void windowsThatShareOneDayOverlap() {
        DateWindow march = new DateWindow(FIRST, FIRST.plusDays(30));

        assertThat(march.overlaps(new DateWindow(FIRST.plusDays(30), FIRST.plusDays(60))))
                .isTrue();
        assertThat(march.overlaps(new DateWindow(FIRST.plusDays(31), FIRST.plusDays(60))))
                .isFalse();
    }

    @Test
    void coveringNeedsBothEnds() {
        DateWindow march = new DateWindow(FIRST, FIRST.plusDays(30));

        assertThat(march.covers(march)).isTrue();
        assertThat(march.covers(new DateWindow(FIRST, FIRST.plusDays(31)))).isFalse();
    }
}
