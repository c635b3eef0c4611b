package dev.greenlight.kit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRowTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-cmd|x", "@SUM(A1)", "\t=1", " =1", "-", "-1-1"})
    void whatASpreadsheetWouldRunIsRefused(String cell) {
        assertThatIllegalArgumentException()
                .isThrownBy(row("name", cell)::check)
                .withMessageContaining("name begins with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-5.25", "Mei-Mei", "a=b", "", "5 + 5"})
    void plainNegativeNumbersAndSignsWithinATextAreNoFormula(String cell) {
        assertThatCode(row("name", cell)::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1054,USD,105400", "1054.50,USD,105450", "1054.500,usd,105450", "1054,JPY,1054", "1.234,KWD,1234"})
    void anAmountIsReadInTheMinorUnitsOfItsCurrency(String text, String currency, long minor) {
        assertThat(amount(text, currency)).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"1.005,USD", "0.5,JPY", "-1,USD", "1e3,USD", "'1,054',USD", "ten,USD", "1,DOLLAR"})
    void anAmountThatIsNotExactIsRefused(String text, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> amount(text, currency));
    }

    @Test
    void aRowOfAnotherLengthThanTheHeadingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(FileRow.ofTable(2, List.of("a", "b"), List.of("x"))::check)
                .withMessage("The row has 1 cells, the heading has 2");
    }

    private static FileRow row(String column, String cell) {
        return FileRow.ofTable(2, List.of(column), List.of(cell));
    }

    @SuppressWarnings("NullAway") // the cell is not empty
    private static long amount(String text, String currency) {
        return FileRow.ofTable(2, List.of("value", "currency"), List.of(text, currency))
                .amount("value");
    }
}
