package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.blocker;
import static dev.greenlight.launchservice.gap.GapFixture.declined;
import static dev.greenlight.launchservice.gap.GapFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Edge case 14: "A declined gap gets new reports." */
class EdgeCase14DeclinedGapIsReportedAgainTest {
    private final GapFixture gaps =
            new GapFixture().gap("Offline mode", blocker(1, "Central")).review("Offline mode", declined("Niche"));

    @Test
    void itIsOpenAgainAndStandsInTheWayOfAllMarketsThatNameIt() {
        gaps.reported("Offline mode", blocker(2, "East"));

        Gap gap = gaps.of("Offline mode");
        assertThat(gap.status()).isEqualTo(GapStatus.NEW);
        assertThat(gap.reopened()).isTrue();
        assertThat(gap.reason()).isNull();
        assertThat(gap.blocks()).isTrue();
        assertThat(gap.regions()).containsExactly("Central", "East");
    }

    @Test
    void aReportThatIsOverWhenItIsHeardReopensNothing() {
        gaps.reported("Offline mode", withdrawn(blocker(2, "East")));

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.DECLINED);
    }

    @Test
    void itCanBeDeclinedOnceMoreAndIsNoLongerCalledReopened() {
        gaps.reported("Offline mode", blocker(2, "East")).review("Offline mode", declined("Still niche"));

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.DECLINED);
        assertThat(gaps.of("Offline mode").reopened()).isFalse();
    }

    @Test
    void theReportsOfWhatIsMergedIntoItReopenItToo() {
        gaps.gap("Works without network", blocker(3, "West"))
                .merge("Works without network", "Offline mode")
                .reported("Works without network", blocker(4, "West"));

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.NEW);
    }
}
