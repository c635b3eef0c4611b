package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.OTHER;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.binding;
import static dev.greenlight.sales.commitment.Sample.days;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.part;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.Fte;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "A rep is on two launches whose windows share one day." Anna gives 0.7 to "MG Advanced" until 31 March. */
class EdgeCase04ARepOnTwoLaunchesWhoseWindowsShareOneDayTest {
    private final Commitment untilMarch = promise(OTHER, "0.7", days("2027-01-01", "2027-03-31"), part("anna", "0.7"));

    @Test
    void onTheSharedDayBothCountAndTheOtherLaunchIsNamed() {
        assertThat(refusal("2027-03-31", "0.4", untilMarch)).hasValueSatisfying(refused -> {
            assertThat(refused.code()).isEqualTo("rep-over-booked");
            assertThat(refused.sentence())
                    .isEqualTo("Anna would be booked 1.1 of 1 FTE on 2027-03-31 (already 0.7 on \"MG Advanced\")");
        });
    }

    @Test
    void whatIsLeftOnTheSharedDayMayBePromised() {
        assertThat(refusal("2027-03-31", "0.3", untilMarch)).isEmpty();
    }

    @Test
    void theDayAfterIsNotShared() {
        assertThat(refusal("2027-04-01", "1", untilMarch)).isEmpty();
    }

    @Test
    void aStalePromiseStillHoldsItsPeople() {
        assertThat(refusal("2027-03-31", "0.4", untilMarch.standing(CommitmentStatus.STALE, 4)))
                .isPresent();
    }

    private static Optional<Rejection> refusal(String from, String fte, Commitment other) {
        return CommitmentPolicy.firstRefusal(new Proposal(
                launch(GTK, "GTK 500"),
                asked("1", from, "2027-06-30"),
                team(rep("anna", "1")),
                new Offer(5, Fte.of(fte), days(from, "2027-06-30"), List.of(part("anna", fte))),
                null,
                List.of(binding(other, "MG Advanced"))));
    }
}
