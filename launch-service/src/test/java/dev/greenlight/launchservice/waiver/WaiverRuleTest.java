package dev.greenlight.launchservice.waiver;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.waiver.Demands.Demanded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may waive what; the first rule that refuses gives the answer. */
class WaiverRuleTest {
    private static final Instant TOMORROW = MONDAY.plusSeconds(86_400);
    private static final List<Demanded> ASKED = List.of(
            new Demanded("capacity:ae", new Demand.Blockers(Set.of()), false),
            new Demanded("gaps", new Demand.Blockers(Set.of()), true));

    private final Launch launch = launch("Central", "East");

    @Test
    void leadershipWaivesWhatIsMissing() {
        assertThat(WaiverRule.firstRefusal(request("capacity:ae", TOMORROW), launch, ASKED, MONDAY))
                .isEmpty();
    }

    @Test
    void everyFaultyFieldIsNamedWithWhatItCouldBe() {
        WaiverRequest request = new WaiverRequest("Moon", "capacity:ae", "lee", "Why", MONDAY);

        assertThat(refusal(request, launch).errors())
                .containsExactly(
                        new Fault("/region", "This launch has no market Moon; it has Central, East"),
                        new Fault("/expiresAt", "is past; a waiver ends in the future"));
        assertThat(refusal(request("capacity:se", TOMORROW), launch).errors())
                .containsExactly(
                        new Fault("/condition", "Central has no condition capacity:se; it has capacity:ae, gaps"));
    }

    @Test
    void itEndsInTheFutureAndNotTooFar() {
        Instant last = MONDAY.plus(Duration.ofDays(731));

        assertThat(WaiverRule.firstRefusal(request("capacity:ae", MONDAY.plusNanos(1_000)), launch, ASKED, MONDAY))
                .isEmpty();
        assertThat(WaiverRule.firstRefusal(request("capacity:ae", last), launch, ASKED, MONDAY))
                .isEmpty();
        assertThat(refusal(request("capacity:ae", last.plusSeconds(1)), launch).sentence())
                .isEqualTo("is more than two years ahead; a waiver is an exception and ends sooner");
        assertThat(refusal(request("capacity:ae", Instant.MAX), launch).kind()).isEqualTo(Rejection.Kind.INVALID);
    }

    @Test
    void nothingIsWaivedForADraftOrWhatIsOver() {
        Launch draft = Launch.planned(launch.id(), "maya", launch.plan(), true, MONDAY);

        assertThat(refusal(request("capacity:ae", TOMORROW), draft).sentence())
                .isEqualTo("Nothing can be waived for a launch that is a draft");
        assertThat(refusal(request("capacity:ae", TOMORROW), launch.after(Action.CANCEL, "No demand", MONDAY))
                        .code())
                .isEqualTo("launch-status");
        assertThat(WaiverRule.firstRefusal(
                        request("capacity:ae", TOMORROW), launch.after(Action.HOLD, "Budget", MONDAY), ASKED, MONDAY))
                .isEmpty();
    }

    @Test
    void whatIsMetNeedsNoWaiver() {
        assertThat(refusal(request("gaps", TOMORROW), launch).code()).isEqualTo("nothing-to-waive");
    }

    private static WaiverRequest request(String condition, Instant expiresAt) {
        return new WaiverRequest("Central", condition, "lee", "Two start in May", expiresAt);
    }

    private static Rejection refusal(WaiverRequest request, Launch launch) {
        return WaiverRule.firstRefusal(request, launch, ASKED, MONDAY).orElseThrow();
    }
}
