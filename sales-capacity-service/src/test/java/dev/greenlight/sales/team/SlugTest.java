package dev.greenlight.sales.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Dustin Brinkmann, dustin-brinkmann",
        "Mei-Mei Johns, mei-mei-johns",
        "  José  O'Neill  , jose-o-neill",
        "李 小龍, 李-小龍",
        "Ω2, ω2"
    })
    void aNameGivesAnIdInItsOwnScript(String name, String id) {
        assertThat(Slug.of(name)).isEqualTo(id);
        assertThat(Slug.isSlug(id)).isTrue();
    }

    @Test
    void aNameWithoutLetterOrDigitGivesNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Slug.of("🙂 !"));
    }

    @Test
    void whatCanNotStandInAnAddressIsNoId() {
        assertThat(Slug.isSlug("a/b")).isFalse();
        assertThat(Slug.isSlug("..")).isFalse();
        assertThat(Slug.isSlug("")).isFalse();
    }
}
