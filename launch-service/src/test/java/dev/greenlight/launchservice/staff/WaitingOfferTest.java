package dev.greenlight.launchservice.staff;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.launch.LaunchFixture.spring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.staff.Commitment.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which counter-offers wait for the owner of a launch that asks for 2.5 account executives in spring. */
class WaitingOfferTest {
    private static final CounterOffer LESS = new CounterOffer(
            Fte.of("1.5"), new DateWindow(LocalDate.parse("2027-03-08"), LocalDate.parse("2027-05-31")));

    private final Launch launch = launch("Central");

    @Test
    void aTeamThatDeclinedWithAnOfferWaitsForAnAnswer() {
        assertThat(waiting(launch, declined("north", LESS), declined("south", null)))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.isOf("Central", "ae", "north")).isTrue();
                    assertThat(offer.isOf("Central", "ae", "south")).isFalse();
                    assertThat(offer.offer()).hasToString("1.5 FTE from 2027-03-08 to 2027-05-31");
                });
    }

    @Test
    void whatIsAskedForByNowNeedsNoAnswer() {
        Launch accepted = launch.revised(
                launch.plan()
                        .asking(
                                "Central",
                                LESS.askedAs(launch.plan()
                                        .markets()
                                        .get(0)
                                        .requirements()
                                        .get(0))),
                "maya");

        assertThat(accepted.planRevision()).isEqualTo(2);
        assertThat(waiting(accepted, declined("north", LESS))).isEmpty();
    }

    @Test
    void whatOthersCoverNeedsNoAnswer() {
        assertThat(waiting(launch, declined("north", LESS), answer("south", Status.CONFIRMED, "2.5", null)))
                .isEmpty();
        assertThat(waiting(launch, declined("north", LESS), answer("south", Status.CONFIRMED, "1", null)))
                .hasSize(1);
    }

    @Test
    void aTeamThatHasCommittedSinceOffersNothingElse() {
        assertThat(waiting(launch, answer("north", Status.CONFIRMED, "1.5", LESS)))
                .isEmpty();
    }

    @Test
    void aLaunchThatIsOverAsksForNothing() {
        assertThat(waiting(launch.after(Action.CANCEL, "No demand", MONDAY), declined("north", LESS)))
                .isEmpty();
    }

    private static List<WaitingOffer> waiting(Launch launch, Commitment... answers) {
        MarketKey central = new MarketKey(launch.id(), "Central");
        return WaitingOffer.of(launch, Map.of(central, new SalesSnapshot(central, 1, 1, null, List.of(answers), null)));
    }

    private static Commitment declined(String team, @Nullable CounterOffer offer) {
        return new Commitment(
                "ae", team, Status.DECLINED, Fte.ZERO, spring(), List.of(), "sam", MONDAY, "Busy", spring(), offer);
    }

    private static Commitment answer(String team, Status status, String fte, @Nullable CounterOffer offer) {
        return new Commitment(
                "ae", team, status, Fte.of(fte), spring(), List.of(), "sam", MONDAY, null, spring(), offer);
    }
}
