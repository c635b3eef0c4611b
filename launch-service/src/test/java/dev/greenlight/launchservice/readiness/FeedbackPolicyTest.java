package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.heard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.Heard;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Enough distinct accounts were heard, by enough distinct reporters, of the pitch as it is. */
class FeedbackPolicyTest {

    @Test
    void twoAccountsByTwoReportersMeetAQuotaOfTwo() {
        Condition condition = judge(new Heard("retail", "Cancity", "fay", 2), new Heard("retail", "Konex", "flo", 3));

        assertThat(condition.passes()).isTrue();
        assertThat(condition.evidence()).isEqualTo(Map.of("required", 2, "accounts", 2, "reporters", 2));
    }

    @Test
    void silenceDoesNotCount() {
        Condition condition = judge();

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause()).isEqualTo("0 of 2 accounts heard in retail");
        assertThat(condition.owner()).isEqualTo("field:Central");
    }

    @Test
    void oneAccountHeardByTwoIsOneAccount() {
        assertThat(judge(new Heard("retail", "Cancity", "fay", 2), new Heard("retail", "cancity ", "flo", 2))
                        .cause())
                .isEqualTo("1 of 2 accounts heard in retail");
    }

    @Test
    void oneRepWithFiftyReportsIsOneVoice() {
        Heard[] fifty = new Heard[50];
        Arrays.setAll(fifty, i -> new Heard("retail", "Account " + i, "fay", 2));

        assertThat(judge(fifty).cause())
                .isEqualTo("50 accounts heard in retail, but from one reporter only; a second one is needed");
    }

    @Test
    void whatWasHeardOfAnEarlierPriceIsOutdated() {
        Condition condition = judge(new Heard("retail", "Cancity", "fay", 1), new Heard("retail", "Konex", "flo", 2));

        assertThat(condition.cause())
                .isEqualTo("1 of 2 accounts heard in retail; 1 more before price or positioning changed");
    }

    @Test
    void otherSegmentsDoNotHelpButSpellingDoesNotHurt() {
        assertThat(judge(new Heard("RETAIL", "Cancity", "fay", 2), new Heard("medical", "Konex", "flo", 2))
                        .cause())
                .isEqualTo("1 of 2 accounts heard in retail");
    }

    private static Condition judge(Heard... heard) {
        return new FeedbackPolicy().judge(heard(heard)).get(0).condition();
    }
}
