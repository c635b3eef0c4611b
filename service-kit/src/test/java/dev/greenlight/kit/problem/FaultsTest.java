package dev.greenlight.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenlight.kit.staffing.Fte;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void everyFaultOfARequestIsNamedAtOnce() {
        faults.read("/fte", "0", Fte::of);
        faults.read("/from", "tomorrow", LocalDate::parse);
        faults.text("/name", " ", 500);

        assertThat(faults.list())
                .extracting(Fault::pointer, Fault::detail)
                .containsExactly(
                        tuple("/fte", "FTE must be greater than 0"),
                        tuple(
                                "/from",
                                "is a date such as 2027-03-01, an instant such as 2027-03-01T09:00:00Z or an IANA zone"),
                        tuple("/name", "is required"));
        assertThatThrownBy(faults::throwIfAny).isInstanceOf(RejectedException.class);
    }

    @Test
    void namesOfAnyScriptAndWithEmojiAreTaken() {
        assertThat(faults.text("/name", "  発売 🚀 Übergröße ", 500)).isEqualTo("発売 🚀 Übergröße");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void lengthCountsCharactersAsPeopleSeeThem() {
        assertThat(faults.text("/name", "🚀".repeat(500), 500)).isNotNull();
        assertThat(faults.text("/name", "🚀".repeat(501), 500)).isNull();
        assertThat(faults.list()).extracting(Fault::detail).containsExactly("has at most 500 characters");
    }

    @Test
    void controlCharactersAndBrokenOnesAreRefused() {
        faults.text("/a", "zero\0byte", 500);
        faults.text("/b", "half \ud83d pair", 500);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/a", "/b");
    }
}
