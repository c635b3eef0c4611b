package dev.greenlight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenlight.standalone.demo.Outcome;
import dev.greenlight.standalone.demo.Outcome.MarketOutcome;
import dev.greenlight.standalone.demo.Outcome.Missing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The story that {@code ./greenlight up --demo} tells. */
@TestInstance(Lifecycle.PER_CLASS)
class DemoStoryIT {
    private final Rehearsal rehearsal = new Rehearsal(WholeSystem.shared(), "GTK 500 as in the demo");
    private Outcome outcome = new Outcome(new UUID(0, 0), List.of());

    @BeforeAll
    void theStoryIsTold() {
        outcome = rehearsal.told();
    }

    @AfterAll
    void theLaunchIsCancelled() {
        rehearsal.close();
    }

    @Test
    void centralGoesLiveWithGo() {
        MarketOutcome central = outcome.market("Central");

        assertThat(central.decision()).contains("GO");
        assertThat(central.live()).isTrue();
        assertThat(central.missing()).isEmpty();
    }

    @Test
    void eastIsRefusedAndEachCauseSaysWhatIsMissingAndWhoCanClearIt() {
        MarketOutcome east = outcome.market("East");

        assertThat(east.decision()).contains("NO_GO");
        assertThat(east.live()).isFalse();
        assertThat(east.missing())
                .extracting(Missing::condition, Missing::owner)
                .containsExactlyInAnyOrder(
                        tuple("capacity:first-90-days", "sales-manager:East"), tuple("feedback:medical", "field:East"));
        assertThat(east.missing())
                .allSatisfy(missing -> assertThat(rehearsal.printed())
                        .contains(missing.cause())
                        .contains("→ " + missing.owner()));
    }

    @Test
    void westWasNotAsked() {
        MarketOutcome west = outcome.market("West");

        assertThat(west.decision()).isEmpty();
        assertThat(west.live()).isFalse();
    }

    @Test
    void theReaderLearnsWhatTheImportRemarkedAndWhichEventsCarriedTheRest() {
        assertThat(rehearsal.printed())
                .contains(
                        "\"GTXPro\" is taken as \"GTX Pro\"",
                        "\"technolgy\" is taken as \"technology\"",
                        "It has no account")
                .contains(
                        "launch-planned …",
                        "sales-resourced …",
                        "feature-gap …",
                        "feature-gap-reviewed …",
                        "launch-readiness …");
    }

    @Test
    void toldAgainItSaysHowItEndedAndPlansNothingTwice() {
        Outcome again = rehearsal.told();

        assertThat(again).isEqualTo(outcome);
        assertThat(rehearsal.launches()).hasSize(1);
        assertThat(rehearsal.printed()).contains("was told here already");
    }
}
