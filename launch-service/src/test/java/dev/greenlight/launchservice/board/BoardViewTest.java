package dev.greenlight.launchservice.board;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.readiness.Condition;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.StandingCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The board sums a market up by its worst conditions, and names what is missing next. */
class BoardViewTest {
    private static final List<Status> FROM_GOOD_TO_BAD =
            List.of(Status.PASS, Status.WAIVED, Status.UNKNOWN, Status.FAIL);

    @Test
    void ofSeveralConditionsTheWorstIsShown() {
        for (int worst = 0; worst < FROM_GOOD_TO_BAD.size(); worst++) {
            List<Status> statuses = new ArrayList<>(FROM_GOOD_TO_BAD.subList(0, worst + 1));

            assertThat(market(statuses).capacity()).isEqualTo(FROM_GOOD_TO_BAD.get(worst));
            statuses.sort((one, other) -> FROM_GOOD_TO_BAD.indexOf(other) - FROM_GOOD_TO_BAD.indexOf(one));
            assertThat(market(statuses).capacity()).isEqualTo(FROM_GOOD_TO_BAD.get(worst));
        }
    }

    @Test
    void whatIsWaivedIsNotMissing() {
        assertThat(market(List.of(Status.PASS, Status.WAIVED)).next()).isNull();
        assertThat(market(List.of(Status.PASS, Status.WAIVED)).ready()).isTrue();
        assertThat(market(List.of(Status.WAIVED, Status.UNKNOWN)).next()).isNotNull();
        assertThat(market(List.of(Status.WAIVED, Status.UNKNOWN)).ready()).isFalse();
    }

    private static BoardView.BoardMarket market(List<Status> capacity) {
        List<StandingCondition> conditions = new ArrayList<>();
        for (Status status : capacity) {
            conditions.add(new StandingCondition(
                    new Condition(
                            "capacity:" + conditions.size(),
                            Kind.CAPACITY,
                            status,
                            "1 of 2 FTE",
                            "sales-manager:Central",
                            Map.of()),
                    MONDAY));
        }
        MarketKey key = new MarketKey(new UUID(0, 1), "Central");
        return BoardView.BoardMarket.of(
                LaunchFixture.market("Central"),
                new MarketReadiness(key, 1, 1, 1, false, conditions, null, List.of(), true));
    }
}
