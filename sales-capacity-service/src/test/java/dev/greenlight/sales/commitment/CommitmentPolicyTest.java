package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommitmentPolicyTest {
    private static final DateWindow SPRING = days("2027-03-01", "2027-05-31");
    private static final Launch FROZEN = launch(GTK, "GTK 500", LaunchStatus.PLANNED, new UUID(0, 9));

    @Test
    void aPromiseForThePlanAsItIsIsTaken() {
        assertThat(refusal(launch(GTK, "GTK 500"), 5, SPRING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "ON_HOLD", "CLOSED", "CANCELLED"})
    void aLaunchThatIsNeitherPlannedNorLiveAsksForNoStaff(LaunchStatus status) {
        assertThat(refusal(launch(GTK, "GTK 500", status, null), 5, SPRING))
                .hasValueSatisfying(rejection -> assertThat(rejection.code()).isEqualTo("launch-not-open"));
    }

    @Test
    void aPromiseForASupersededPlanIsRefusedWithBothRevisions() {
        assertThat(refusal(launch(GTK, "GTK 500"), 4, SPRING)).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo("superseded-plan");
            assertThat(rejection.sentence()).contains("revision 4", "revision 5");
        });
    }

    @Test
    void aPromiseForAPlanThatSalesHasNotHeardOfIsRefused() {
        assertThat(refusal(launch(GTK, "GTK 500"), 6, SPRING))
                .hasValueSatisfying(rejection -> assertThat(rejection.code()).isEqualTo("plan-not-heard-yet"));
    }

    @Test
    void nothingIsPromisedWhileADecisionIsBeingMade() {
        assertThat(refusal(FROZEN, 5, SPRING))
                .hasValueSatisfying(rejection -> assertThat(rejection.code()).isEqualTo("decision-pending"));
    }

    @Test
    void sayingAgainWhatWasPromisedIsFineEvenWhileADecisionIsBeingMade() {
        Proposal again = new Proposal(
                FROZEN,
                asked("2", "2027-03-01", "2027-05-31"),
                team(rep("anna", "1")),
                new Offer(5, Fte.of("1.50"), SPRING, List.of()),
                promise(GTK, "1.5", SPRING),
                List.of());

        assertThat(CommitmentPolicy.firstRefusal(again)).isEmpty();
    }

    @Test
    void aWindowOfWhichNoDayIsNeededIsAMistake() {
        assertThat(refusal(launch(GTK, "GTK 500"), 5, days("2027-06-01", "2027-06-30")))
                .hasValueSatisfying(rejection -> assertThat(rejection.kind()).isEqualTo(Rejection.Kind.INVALID));
    }

    private static Optional<Rejection> refusal(Launch launch, long planRevision, DateWindow window) {
        return CommitmentPolicy.firstRefusal(new Proposal(
                launch,
                asked("2", "2027-03-01", "2027-05-31"),
                team(rep("anna", "1")),
                new Offer(planRevision, Fte.of("1"), window, List.of()),
                null,
                List.of()));
    }
}
