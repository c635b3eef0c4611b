package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.blocker;
import static dev.greenlight.launchservice.gap.GapFixture.declined;
import static dev.greenlight.launchservice.gap.GapFixture.idOf;
import static dev.greenlight.launchservice.gap.GapFixture.open;
import static dev.greenlight.launchservice.gap.GapFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import org.junit.jupiter.api.Test;

/** Edge case 11: "A merge counts one opportunity twice; merges in a circle; unmerging after a waiver." */
class EdgeCase11MergedGapsTest {
    private final GapFixture gaps = new GapFixture()
            .gap("Offline mode", blocker(1, "Central", open("O1", 500), open("O2", 70)))
            .gap("Works without network", wish(2, "Central", open("O1", 500)))
            .gap("Airplane mode", wish(3, "East", open("O1", 500), open("O3", 9)));

    @Test
    void anOpportunityBehindBothIsAtRiskOnce() {
        gaps.merge("Offline mode", "Works without network").merge("Works without network", "Airplane mode");

        assertThat(gaps.of("Airplane mode").revenueAtRisk()).containsExactly(new RevenueAtRisk(579, "USD", 3, false));
    }

    @Test
    void noMergeClosesACircle() {
        gaps.merge("Offline mode", "Works without network").merge("Works without network", "Airplane mode");

        for (String below : new String[] {"Offline mode", "Works without network"}) {
            assertThat(gaps.trees().refusesMerge(gaps.of("Airplane mode"), idOf(below)))
                    .as("Airplane mode into %s", below)
                    .map(Rejection::code)
                    .hasValue("gap-merged");
        }
        assertThat(gaps.trees().refusesMerge(gaps.of("Airplane mode"), idOf("Airplane mode")))
                .map(Rejection::code)
                .hasValue("invalid");
    }

    /** A waiver is for a condition and takes away no fact: whether it holds is judged again, on what stands after it. */
    @Test
    void whatIsUnmergedAfterAWaiverStandsInTheWayAgainByItself() {
        gaps.merge("Offline mode", "Works without network").review("Works without network", declined("Niche"));
        assertThat(gaps.of("Offline mode").blocks()).isFalse();

        gaps.unmerge("Offline mode");

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.NEW);
        assertThat(gaps.of("Offline mode").blocks()).isTrue();
        assertThat(gaps.of("Offline mode").regions()).containsExactly("Central");
    }
}
