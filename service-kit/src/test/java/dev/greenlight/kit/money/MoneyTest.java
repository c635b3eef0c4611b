package dev.greenlight.kit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsOfOneCurrencyAddUp() {
        assertThat(new Money(100, "USD").plus(new Money(23, "USD"))).isEqualTo(new Money(123, "USD"));
    }

    @Test
    void twoCurrenciesAreNotAddedTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, "USD").plus(new Money(1, "EUR")))
                .withMessage("USD and EUR are not added together");
    }

    @Test
    void aSumThatDoesNotFitIsNotWrappedAround() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "USD").plus(new Money(1, "USD")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void debtsAndUnknownCurrenciesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1, "USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(1, "US$"))
                .withMessageContaining("ISO 4217");
    }
}
