package dev.greenlight.launchservice.waiver;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.waiver.Demands.Demanded;
import dev.greenlight.launchservice.waiver.WaiverDoubt.Circumstances;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Edge case 8 of domain.md: "A requester is also approver." A waiver names an approver who is neither the launch's owner nor who
 * asked to go live: when it is given, and again whenever it would count.
 */
class EdgeCase08ARequesterIsAlsoApproverTest {
    private static final Demand DEMAND = new Demand.Blockers(Set.of(new UUID(0, 9)));
    private static final List<Demanded> ASKED = List.of(new Demanded("gaps", DEMAND, false));

    private final Launch launch = launch("Central", "East");
    private final PendingDecision leeAsks =
            new PendingDecision(new UUID(0, 2), "lee", MONDAY, MONDAY.plusSeconds(60), List.of("Central"));

    @Test
    void whoOwnsTheLaunchCantWaiveForIt() {
        assertThat(refusal("maya", launch, "Central").code()).isEqualTo("approver-is-owner");
        assertThat(refusals("lee", launch, "Central")).isEmpty();
    }

    @Test
    void whoAsksToGoLiveCantClearTheWay() {
        Launch asking = launch.asking(leeAsks);

        assertThat(refusal("lee", asking, "Central").sentence())
                .isEqualTo("You asked to go live in Central; somebody else of leadership has to waive for it");
        assertThat(refusals("lee", asking, "East")).isEmpty();
        assertThat(refusals("lea", asking, "Central")).isEmpty();
    }

    @Test
    void aNoGoDoesNotMakeAnApproverOfWhoAskedForIt() {
        Launch refused = launch.asking(leeAsks).decided(leeAsks.made(false, "No staff", MONDAY, 1));

        assertThat(refusal("lee", refused, "Central").code()).isEqualTo("approver-is-requester");
        assertThat(refusals("lea", refused, "Central")).isEmpty();
    }

    @Test
    void aWaiverDoesNotCountForTheDecisionThatItsApproverAsksFor() {
        Waiver waiver = WaiverFixture.waiver("gaps", DEMAND);

        assertThat(WaiverDoubt.first(waiver, new Circumstances(DEMAND, "maya", Optional.of("lee"))))
                .hasValue("lee asked to go live");
        assertThat(WaiverDoubt.first(waiver, new Circumstances(DEMAND, "maya", Optional.of("mark"))))
                .isEmpty();
    }

    @Test
    void aWaiverDoesNotCountOnceItsApproverOwnsTheLaunch() {
        Waiver waiver = WaiverFixture.waiver("gaps", DEMAND);

        assertThat(WaiverDoubt.first(waiver, new Circumstances(DEMAND, "lee", Optional.empty())))
                .hasValue("lee owns the launch");
        assertThat(WaiverDoubt.first(waiver, new Circumstances(DEMAND, "maya", Optional.empty())))
                .isEmpty();
    }

    private static Rejection refusal(String approver, Launch launch, String region) {
        return refusals(approver, launch, region).orElseThrow();
    }

    private static Optional<Rejection> refusals(String approver, Launch launch, String region) {
        WaiverRequest request = new WaiverRequest(region, "gaps", approver, "We know", MONDAY.plusSeconds(86_400));
        return WaiverRule.firstRefusal(request, launch, ASKED, MONDAY);
    }
}
