package dev.greenlight.sales.commitment;

import static dev.greenlight.sales.commitment.Sample.GTK;
import static dev.greenlight.sales.commitment.Sample.asked;
import static dev.greenlight.sales.commitment.Sample.launch;
import static dev.greenlight.sales.commitment.Sample.promise;
import static dev.greenlight.sales.commitment.Sample.rep;
import static dev.greenlight.sales.commitment.Sample.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.sales.launch.StaffRequirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "A manager reconfirms for a superseded revision." The plan is now at planRevision 5. */
class EdgeCase03AManagerReconfirmsForASupersededRevisionTest {
    private static final StaffRequirement NOW_ASKED = asked("2", "2027-04-01", "2027-06-30");

    private final Commitment stale =
            promise(GTK, "1", asked("2", "2027-03-01", "2027-05-31").window()).standing(CommitmentStatus.STALE, 4);

    @Test
    void whoSawAnEarlierPlanIsRefusedWithBothRevisions() {
        assertThat(reconfirm(4)).hasValueSatisfying(refused -> {
            assertThat(refused.kind()).isEqualTo(Rejection.Kind.CONFLICT);
            assertThat(refused.code()).isEqualTo("superseded-plan");
            assertThat(refused.sentence()).contains("revision 4", "revision 5");
        });
    }

    @Test
    void whoSawAPlanThatSalesHasNotHeardOfIsAskedToTryAgain() {
        assertThat(reconfirm(6))
                .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo("plan-not-heard-yet"));
    }

    @Test
    void whoSawThePlanAsItIsConfirms() {
        assertThat(reconfirm(5)).isEmpty();
    }

    private Optional<Rejection> reconfirm(long seen) {
        Offer again = SameAgain.offer(seen, NOW_ASKED, stale).orElseThrow();
        return CommitmentPolicy.firstRefusal(
                new Proposal(launch(GTK, "GTK"), NOW_ASKED, team(rep("anna", "1")), again, stale, List.of()));
    }
}
