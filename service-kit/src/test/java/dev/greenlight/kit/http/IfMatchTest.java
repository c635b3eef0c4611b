package dev.greenlight.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlight.kit.problem.RejectedException;
import dev.greenlight.kit.problem.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void theTagThatWasReadIsTheRevisionThatIsMeant() {
        assertThat(IfMatch.parse(Etag.of(7)).required()).isEqualTo(7);
        assertThat(IfMatch.parse("W/\"7\"").required()).isEqualTo(7);
    }

    @Test
    void aStaleRevisionIsRefusedAndTheSameOneIsNot() {
        assertThat(IfMatch.parse("\"6\"").against(7)).map(Rejection::code).contains("stale-revision");
        assertThat(IfMatch.parse("\"7\"").against(7)).isEmpty();
    }

    @Test
    void whereItIsNeededItsAbsenceIsRefused() {
        assertThat(IfMatch.parse(null).against(7)).isEmpty();
        assertThatThrownBy(() -> IfMatch.parse(null).required())
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused ->
                                assertThat(refused.rejection().kind().status()).isEqualTo(428));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "\"seven\"", "\"7\", \"8\"", "\"99999999999999999999\"", ""})
    void whatIsNoRevisionIsRefusedRatherThanIgnored(String header) {
        assertThatThrownBy(() -> IfMatch.parse(header)).isInstanceOf(RejectedException.class);
    }
}
