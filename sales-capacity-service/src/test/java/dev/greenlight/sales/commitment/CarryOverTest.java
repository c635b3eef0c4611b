package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.promise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchStatus;
import dev.greenlight.sales.launch.StaffRequirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarryOverTest {
    private static final StaffRequirement SPRING = asked("2", "2027-03-01", "2027-05-31");
    private static final StaffRequirement SHORTER = asked("2", "2027-03-15", "2027-04-30");
    private static final StaffRequirement LATER = asked("2", "2027-04-01", "2027-06-30");

    private final Launch launch =
            new Launch(GTK, 9, 9, "GTK 500", "GTK", "maya", LaunchStatus.PLANNED, Sample.NOW, null);
    private final Commitment whole = promise(GTK, "2", SPRING.window());

    @Test
    void aPromiseThatCoversTheNewWindowStaysAndIsForTheNewPlan() {
        Commitment after = CarryOver.apply(whole, launch, SHORTER);

        assertThat(after.status()).isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(after.planRevision()).isEqualTo(9);
    }

    @Test
    void aPromiseThatNoLongerCoversTheWindowIsStaleAndKeepsThePlanThatItWasFor() {
        Commitment after = CarryOver.apply(whole, launch, LATER);

        assertThat(after.status()).isEqualTo(CommitmentStatus.STALE);
        assertThat(after.planRevision()).isEqualTo(5);
        assertThat(after.bindsPeople()).isTrue();
    }

    @Test
    void aStalePromiseIsConfirmedAgainWhenItsWindowFitsAgain() {
        Commitment stale = CarryOver.apply(whole, launch, LATER);

        assertThat(CarryOver.apply(stale, launch, SPRING).status()).isEqualTo(CommitmentStatus.CONFIRMED);
    }

    @Test
    void aPlanInBetweenThatWasNeverHeardMakesNoDifference() {
        Commitment step = CarryOver.apply(CarryOver.apply(whole, launch, LATER), launch, SHORTER);

        assertThat(step).isEqualTo(CarryOver.apply(whole, launch, SHORTER));
    }

    @Test
    void aPromiseForAPartOfTheWindowHoldsAsLongAsTheWindowIsTheOneThatWasAnswered() {
        Commitment part = new Commitment(
                whole.key(),
                whole.status(),
                whole.role(),
                whole.fte(),
                days("2027-03-01", "2027-03-31"),
                SPRING.window(),
                whole.reps(),
                whole.absences(),
                5,
                "sam",
                Sample.NOW,
                null,
                null,
                whole.warnings(),
                null);

        assertThat(CarryOver.apply(part, launch, asked("3", "2027-03-01", "2027-05-31"))
                        .status())
                .isEqualTo(CommitmentStatus.CONFIRMED);
        assertThat(CarryOver.apply(part, launch, SHORTER).status()).isEqualTo(CommitmentStatus.STALE);
    }

    @Test
    void aPromiseIsReleasedWhenNothingIsAskedForAnyMore() {
        assertThat(CarryOver.apply(whole, launch, null).status()).isEqualTo(CommitmentStatus.RELEASED);
    }

    @Test
    void aPromiseIsReleasedWhenAnotherRoleIsAskedForInItsPlace() {
        StaffRequirement engineers = new StaffRequirement("ae", "solution-engineer", SPRING.fte(), SPRING.window());

        assertThat(CarryOver.apply(whole, launch, engineers).status()).isEqualTo(CommitmentStatus.RELEASED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void aPromiseIsReleasedWhenTheLaunchIsOver(LaunchStatus status) {
        assertThat(CarryOver.apply(whole, launch(GTK, "GTK", status, null), SPRING)
                        .status())
                .isEqualTo(CommitmentStatus.RELEASED);
    }

    @Test
    void aWithdrawnPromiseStaysWithdrawnWhateverIsPlanned() {
        Commitment withdrawn = whole.withdrawn(new Withdrawal("ill", "sam", Sample.NOW));

        assertThat(CarryOver.apply(withdrawn, launch, SPRING)).isEqualTo(withdrawn);
        assertThat(CarryOver.apply(withdrawn, launch, null)).isEqualTo(withdrawn);
    }
}
