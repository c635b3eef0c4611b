package dev.greenlight.launchservice.gap;

import static dev.greenlight.launchservice.gap.GapFixture.open;
import static dev.greenlight.launchservice.gap.GapFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import org.junit.jupiter.api.Test;

/** Edge case 13: "Two currencies." */
class EdgeCase13TwoCurrenciesTest {
    private static final Opportunity EURO = new Opportunity("O2", "GTK 500", 300, "EUR", true, true);
    private static final Opportunity YEN = new Opportunity("O3", "GTK 500", 90_000, "JPY", false, true);

    private final GapFixture gaps =
            new GapFixture().gap("Offline mode", wish(1, "Central", open("O1", 500), EURO), wish(2, "East", EURO));

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        assertThat(gaps.of("Offline mode").revenueAtRisk())
                .containsExactly(new RevenueAtRisk(300, "EUR", 1, true), new RevenueAtRisk(500, "USD", 1, false));
    }

    @Test
    void mergingKeepsThemApart() {
        gaps.gap("Works without network", wish(3, "West", YEN, open("O4", 70)))
                .merge("Offline mode", "Works without network");

        assertThat(gaps.of("Works without network").revenueAtRisk())
                .containsExactly(
                        new RevenueAtRisk(300, "EUR", 1, true),
                        new RevenueAtRisk(90_000, "JPY", 1, false),
                        new RevenueAtRisk(570, "USD", 2, false));
    }
}
