package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.planned;
import static dev.greenlight.launchservice.readiness.FactsFixture.staffed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.Commitment.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edge case 6 of domain.md: "0.1 + 0.2 FTE." FTE is exact decimal, so that a third of a tenth is neither lost nor won. */
class EdgeCase06TenthsOfAPersonTest {

    @Test
    void aTenthAndTwoTenthsAreThreeTenths() {
        Condition condition = capacity(
                "0.3", commitment("north", Status.CONFIRMED, "0.1"), commitment("south", Status.CONFIRMED, "0.2"));

        assertThat(condition.status()).isEqualTo(Condition.Status.PASS);
        assertThat(condition.evidence()).containsEntry("committed", "0.3").containsEntry("required", "0.3");
    }

    @Test
    void tenTenthsAreOnePersonAndNineAreNot() {
        Commitment[] ten = IntStream.range(0, 10)
                .mapToObj(team -> commitment("team-" + team, Status.CONFIRMED, "0.1"))
                .toArray(Commitment[]::new);
        Commitment[] nine = List.of(ten).subList(0, 9).toArray(Commitment[]::new);

        assertThat(capacity("1", ten).status()).isEqualTo(Condition.Status.PASS);
        assertThat(capacity("1", nine).cause()).isEqualTo("0.9 of 1 FTE committed on 2027-03-01");
    }

    @Test
    void theSmallestPartThatIsMissingIsSeen() {
        assertThat(capacity("2.5", commitment("north", Status.CONFIRMED, "2.4999"))
                        .cause())
                .isEqualTo("2.4999 of 2.5 FTE committed on 2027-03-01");
        assertThat(capacity("2.5000", commitment("north", Status.CONFIRMED, "2.50"))
                        .status())
                .isEqualTo(Condition.Status.PASS);
    }

    private static Condition capacity(String required, Commitment... commitments) {
        Market chicago = LaunchFixture.market("Central");
        Market market = new Market(
                chicago.region(),
                chicago.goLiveDate(),
                chicago.zone(),
                chicago.price(),
                List.of(LaunchFixture.requirement(required)),
                chicago.quotas());
        return Gate.judge(
                        planned(market, FactsFixture.PLAN_REVISION, FactsFixture.PITCH_REVISION, staffed(commitments)))
                .get(0);
    }
}
