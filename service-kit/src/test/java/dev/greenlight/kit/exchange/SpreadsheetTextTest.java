package dev.greenlight.kit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49",
                "-5",
                "@SUM(A1)",
                "'=1",
                "''=1",
                "'",
                "''",
                "'quoted'",
                "a=b",
                "Mei-Mei",
                "",
                "\uFF1D1",
                "発売 🚀",
                "' =1"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertThat(SpreadsheetText.read(SpreadsheetText.write(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-cmd|x", "@SUM(A1)", "\uFF1D1", " =1"})
    void whatASpreadsheetWouldRunIsWrittenSoThatItDoesNot(String text) {
        assertThat(SpreadsheetText.isFormula(text)).isTrue();
        assertThat(SpreadsheetText.isFormula(SpreadsheetText.write(text))).isFalse();
    }

    @Test
    void severalTextsInOneCellAreReadBackWhateverIsInThem() {
        List<String> texts = List.of("Offline mode", "C:\\new", "two\nlines", "\\", "ends with \\n", "\r");

        assertThat(Lines.split(Lines.join(texts))).isEqualTo(texts);
    }
}
