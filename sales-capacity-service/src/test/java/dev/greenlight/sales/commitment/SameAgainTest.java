package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.NOW;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.StaffRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameAgainTest {
    private static final StaffRequirement SPRING = asked("2", "2027-03-01", "2027-05-31");
    private static final StaffRequirement LATER = asked("2", "2027-04-01", "2027-06-30");

    @Test
    void aStalePromiseIsRepeatedWithItsPeopleForTheWholeWindowThatIsAskedForNow() {
        Commitment stale = stale(SPRING.window());

        assertThat(SameAgain.offer(9, LATER, stale))
                .contains(new Offer(9, Fte.of("1"), LATER.window(), List.of(part("anna", "1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2027-04-15, 2027-04-01, 2027-04-15",
        "2027-04-16, 2027-05-31, 2027-04-16, 2027-06-30",
        "2027-03-10, 2027-04-15, 2027-04-01, 2027-04-15",
        "2027-02-01, 2099-12-31, 2027-04-01, 2027-06-30",
    })
    void anEndThatWasTheRequirementsOwnMovesWithItAndOneThatTheManagerChoseStays(
            String from, String to, String movedFrom, String movedTo) {
        assertThat(SameAgain.offer(9, LATER, stale(days(from, to))))
                .map(Offer::window)
                .contains(days(movedFrom, movedTo));
    }

    @Test
    void aPartOfWhichNoDayIsAskedForAnyMoreCanNotBeRepeated() {
        Commitment march = stale(days("2027-03-01", "2027-03-31"));

        assertThat(SameAgain.offer(9, LATER, march)).isEmpty();
        assertThat(SameAgain.nothingToRepeat(LATER, march).sentence())
                .isEqualTo(
                        "is required: none of the days promised before, 2027-03-01 to 2027-03-31, is asked for any more;"
                                + " 2 FTE from 2027-04-01 to 2027-06-30 are asked for");
    }

    @Test
    void aCounterOfferThatMarketingHasAcceptedIsPromisedFromThePool() {
        Commitment declined = declined(new CounterOffer(Fte.of("2.0"), LATER.window()));

        assertThat(SameAgain.offer(9, LATER, declined)).contains(new Offer(9, Fte.of("2"), LATER.window(), List.of()));
    }

    @Test
    void aCounterOfferThatIsNotWhatIsAskedForIsNotPromisedByItself() {
        assertThat(SameAgain.offer(9, SPRING, declined(new CounterOffer(Fte.of("2"), LATER.window()))))
                .isEmpty();
        assertThat(SameAgain.offer(9, LATER, declined(new CounterOffer(Fte.of("1.5"), LATER.window()))))
                .isEmpty();
        assertThat(SameAgain.offer(9, LATER, declined(null))).isEmpty();
    }

    @Test
    void aPromiseThatStandsIsRepeatedAsItIsSoThatPressingTwiceDoesNoHarm() {
        Commitment part = promise(GTK, "1", days("2027-04-10", "2027-04-20"));

        assertThat(SameAgain.offer(5, LATER, part)).contains(new Offer(5, Fte.of("1"), part.window(), List.of()));
    }

    @Test
    void whatWasNeverPromisedOrIsOverCanNotBeRepeated() {
        Commitment withdrawn = promise(GTK, "1", SPRING.window()).withdrawn(new Withdrawal("ill", "sam", NOW));
        Commitment released = promise(GTK, "1", SPRING.window()).standing(CommitmentStatus.RELEASED, 5);

        assertThat(SameAgain.offer(5, SPRING, null)).isEmpty();
        assertThat(SameAgain.offer(5, SPRING, withdrawn)).isEmpty();
        assertThat(SameAgain.offer(5, SPRING, released)).isEmpty();
        assertThat(Optional.of(SameAgain.nothingToRepeat(SPRING, withdrawn)))
                .hasValueSatisfying(rejection ->
                        assertThat(rejection.errors().get(0).pointer()).isEqualTo("/fte"));
    }

    private static Commitment stale(DateWindow window) {
        Offer offer = new Offer(5, Fte.of("1"), window, List.of(part("anna", "1")));
        return Commitment.promised(null, promise(GTK, "1", window).key(), SPRING, offer, Map.of(), "sam", NOW)
                .standing(CommitmentStatus.STALE, 5);
    }

    private static Commitment declined(@Nullable CounterOffer counter) {
        return Commitment.declined(
                null, promise(GTK, "1", SPRING.window()).key(), SPRING, 5, "too few", counter, "sam", NOW);
    }
}
