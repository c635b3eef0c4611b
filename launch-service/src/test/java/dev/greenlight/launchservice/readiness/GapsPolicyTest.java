package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.blockedBy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No undecided blocker stands in the way. */
class GapsPolicyTest {

    @Test
    void withoutABlockerItPasses() {
        assertThat(judge().passes()).isTrue();
    }

    @Test
    void aBlockerIsNamedAndIsForProductToClear() {
        Condition condition = judge("Offline mode");

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause()).isEqualTo("BLOCKER \"Offline mode\" is not decided yet");
        assertThat(condition.owner()).isEqualTo("product");
    }

    @Test
    void ofManyTheFirstAreNamed() {
        assertThat(judge("A", "B", "C", "D", "E").cause())
                .isEqualTo("BLOCKERs \"A\", \"B\", \"C\" and 2 more are not decided yet");
    }

    private static Condition judge(String... features) {
        return new GapsPolicy().judge(blockedBy(features)).get(0).condition();
    }
}
