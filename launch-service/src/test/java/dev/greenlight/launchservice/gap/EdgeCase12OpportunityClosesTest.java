package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.MONDAY;
import static dev.greenlight.launchservice.gap.GapFixture.closed;
import static dev.greenlight.launchservice.gap.GapFixture.mention;
import static dev.greenlight.launchservice.gap.GapFixture.open;
import static dev.greenlight.launchservice.gap.GapFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Status;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Edge case 12: "An opportunity closes while its gap is open." */
class EdgeCase12OpportunityClosesTest {
    private final GapFixture gaps = new GapFixture()
            .gap("Offline mode", wish(1, "Central", open("O1", 500), open("O2", 70)), wish(2, "East", open("O1", 500)));

    @Test
    void itLeavesTheRevenueAtRiskThoughAnotherReportStillTellsItOpen() {
        gaps.renewed(later(1, closed("O1", 500), open("O2", 70)));

        assertThat(gaps.of("Offline mode").revenueAtRisk()).containsExactly(new RevenueAtRisk(70, "USD", 1, false));
    }

    @Test
    void whenTheLastOneClosesNothingIsAtRiskAndTheGapStands() {
        gaps.renewed(later(1, closed("O1", 500), closed("O2", 70)));

        Gap gap = gaps.of("Offline mode");
        assertThat(gap.revenueAtRisk()).isEmpty();
        assertThat(gap.status()).isEqualTo(GapStatus.NEW);
        assertThat(gap.breadth()).isEqualTo(2);
    }

    @Test
    void itLeavesTheWholeToWhichItsGapWasMerged() {
        gaps.gap("Works without network", wish(3, "West", open("O3", 9)))
                .merge("Offline mode", "Works without network")
                .renewed(later(2, closed("O1", 500)));

        assertThat(gaps.of("Works without network").revenueAtRisk())
                .containsExactly(new RevenueAtRisk(79, "USD", 2, false));
    }

    @Test
    void itIsNoNewReportAndReopensNothing() {
        gaps.review("Offline mode", GapFixture.declined("Niche")).renewed(later(1, closed("O1", 500)));

        assertThat(gaps.of("Offline mode").status()).isEqualTo(GapStatus.DECLINED);
    }

    private static Mention later(int number, Opportunity... opportunities) {
        return mention(
                number, "Central", Severity.MINOR, Status.STANDING, MONDAY.plus(Duration.ofDays(1)), opportunities);
    }
}
