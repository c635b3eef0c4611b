package dev.greenlight.kit.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FteTest {

    @Test
    void aTenthAndTwoTenthsAreExactlyThreeTenths() {
        assertThat(Fte.of("0.1").plus(Fte.of("0.2"))).isEqualTo(Fte.of("0.3")).hasToString("0.3");
    }

    @Test
    void trailingZerosMakeNoDifference() {
        assertThat(Fte.of("2.50")).isEqualTo(Fte.of("2.5")).hasSameHashCodeAs(Fte.of("2.5"));
        assertThat(Fte.of("10")).hasToString("10");
        assertThat(Fte.of("1e1")).isEqualTo(Fte.of("10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0", "10000.1", "1.00001", "", "two", "NaN", "1e999999999", "0,5"})
    void whatIsNoAmountOfPeopleIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fte.of(text)).withMessageStartingWith("FTE");
    }

    @Test
    void takingAwayMoreThanThereIsLeavesNobody() {
        assertThat(Fte.of("1").minus(Fte.of("2.5"))).isEqualTo(Fte.ZERO);
    }
}
