package dev.greenlight.kit.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SensibleTimeTest {

    @Test
    void daysAndInstantsOfTwoCenturiesAreRead() {
        assertThat(SensibleTime.day("2027-03-01")).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(SensibleTime.instant("2199-12-31T23:59:59Z")).isEqualTo(Instant.parse("2199-12-31T23:59:59Z"));
    }

    @Test
    void whatNoDatabaseHoldsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SensibleTime.day("+999999999-12-31"));
        assertThatIllegalArgumentException().isThrownBy(() -> SensibleTime.day("-0001-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> SensibleTime.instant("+1000000000-12-31T23:59:59Z"));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> SensibleTime.day("2027-02-30"));
    }
}
