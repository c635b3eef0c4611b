package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.facts;
import static dev.greenlight.launchservice.readiness.FactsFixture.nothing;
import static dev.greenlight.launchservice.readiness.FactsFixture.snapshot;
import static dev.greenlight.launchservice.readiness.FactsFixture.staffed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.Commitment.Absence;
import dev.greenlight.launchservice.staff.Commitment.Status;
import dev.greenlight.launchservice.staff.CounterOffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Confirmed FTE covers every day of a requirement's window, whichever teams give it. */
class CapacityPolicyTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-04-12");

    @Test
    void whatCoversEveryDayPasses() {
        Condition condition = judge(staffed(commitment("north", Status.CONFIRMED, "2.5")));

        assertThat(condition.id()).isEqualTo("capacity:ae");
        assertThat(condition.passes()).isTrue();
        assertThat(condition.evidence())
                .isEqualTo(Map.of("required", "2.5", "committed", "2.5", "worstDay", "2027-03-01"));
    }

    @Test
    void severalTeamsCoverTogetherExactly() {
        assertThat(judge(staffed(
                                commitment("north", Status.CONFIRMED, "0.1"),
                                commitment("south", Status.CONFIRMED, "0.2"),
                                commitment("west", Status.CONFIRMED, "2.2")))
                        .passes())
                .isTrue();
    }

    @Test
    void theWorstDayCountsAndNotTheAverage() {
        Condition condition =
                judge(staffed(commitment("north", Status.CONFIRMED, "9", new Absence(MONDAY, Fte.of("7.5")))));

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause()).isEqualTo("1.5 of 2.5 FTE committed on 2027-04-12");
        assertThat(condition.owner()).isEqualTo("sales-manager:Central");
    }

    @Test
    void whatEndsEarlyDoesNotCoverTheRest() {
        DateWindow early = new DateWindow(LocalDate.parse("2027-01-01"), MONDAY);

        assertThat(judge(staffed(commitment("north", Status.CONFIRMED, "5", early)))
                        .cause())
                .isEqualTo("0 of 2.5 FTE committed on 2027-04-13");
    }

    @Test
    void withdrawnDeclinedAndReleasedGiveNothing() {
        for (Status status : List.of(Status.WITHDRAWN, Status.DECLINED)) {
            assertThat(judge(staffed(commitment("north", status, "5"))).status())
                    .as(status.name())
                    .isEqualTo(Condition.Status.FAIL);
        }
        assertThat(judge(staffed(commitment("north", Status.RELEASED, "5"))).status())
                .isEqualTo(Condition.Status.UNKNOWN);
    }

    @Test
    void asLongAsNoTeamHasAnsweredNobodyKnows() {
        Condition condition = judge(staffed());

        assertThat(condition.status()).isEqualTo(Condition.Status.UNKNOWN);
        assertThat(condition.cause()).contains("no team has answered yet");
    }

    @Test
    void whatIsOfferedInsteadIsSaidWhereTheStaffIsMissing() {
        Commitment declined = new Commitment(
                "ae",
                "north",
                Status.DECLINED,
                Fte.ZERO,
                LaunchFixture.spring(),
                List.of(),
                "sam",
                LaunchFixture.MONDAY,
                "Busy",
                LaunchFixture.spring(),
                new CounterOffer(Fte.of("2"), LaunchFixture.spring()));

        Condition condition = judge(staffed(declined));

        assertThat(condition.status()).isEqualTo(Condition.Status.FAIL);
        assertThat(condition.cause())
                .isEqualTo(
                        "0 of 2.5 FTE committed on 2027-03-01; offered instead: 2 FTE from 2027-03-01 to 2027-05-31 by"
                                + " north");
        assertThat(condition.evidence()).containsKey("counterOffers");
        assertThat(judge(staffed(declined, commitment("south", Status.CONFIRMED, "2.5")))
                        .evidence())
                .doesNotContainKey("counterOffers");
    }

    @Test
    void aStaleAnswerIsNone() {
        Condition condition =
                judge(staffed(commitment("north", Status.STALE, "1.5"), commitment("south", Status.CONFIRMED, "1")));

        assertThat(condition.status()).isEqualTo(Condition.Status.UNKNOWN);
        assertThat(condition.cause()).contains("1.5 FTE promised for an earlier plan must be reconfirmed");
    }

    @Test
    void aRefusalIsAnAnswerUnlessAnotherTeamHasYetToReconfirm() {
        for (Status refusal : List.of(Status.WITHDRAWN, Status.DECLINED)) {
            assertThat(judge(staffed(commitment("north", refusal, "1.5"), commitment("south", Status.REQUESTED, "1")))
                            .status())
                    .as(refusal.name())
                    .isEqualTo(Condition.Status.FAIL);
            assertThat(judge(staffed(commitment("north", refusal, "1.5"), commitment("south", Status.STALE, "1")))
                            .status())
                    .as(refusal.name())
                    .isEqualTo(Condition.Status.UNKNOWN);
        }
    }

    @Test
    void aStaleAnswerDoesNoHarmWhereOthersCover() {
        assertThat(judge(staffed(
                                commitment("north", Status.STALE, "1.5"), commitment("south", Status.CONFIRMED, "2.5")))
                        .passes())
                .isTrue();
    }

    @Test
    void whatWasPromisedForAnotherPlanIsWorthNothing() {
        for (long planRevision : List.of(2L, 4L)) {
            Condition condition = judge(facts(
                    Optional.of(snapshot(planRevision, commitment("north", Status.CONFIRMED, "5"))),
                    List.of(),
                    List.of()));

            assertThat(condition.status()).isEqualTo(Condition.Status.UNKNOWN);
            assertThat(condition.cause()).isEqualTo("Sales has not yet seen revision 3 of the plan");
        }
        assertThat(judge(nothing()).cause()).isEqualTo("Sales has not yet seen revision 3 of the plan");
    }

    private static Condition judge(MarketFacts facts) {
        return new CapacityPolicy().judge(facts).get(0).condition();
    }
}
