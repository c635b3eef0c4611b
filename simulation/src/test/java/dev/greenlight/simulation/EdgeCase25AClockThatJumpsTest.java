package dev.greenlight.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.decision.Decision;
import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.sales.commitment.Commitment;
import dev.greenlight.sales.fieldreport.FieldReport;
import dev.greenlight.sales.fieldreport.Hearing;
import dev.greenlight.sales.fieldreport.ReportVerdict;
import dev.greenlight.sales.launch.MarketKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** "A clock that jumps." The clock of either service, ahead or back; revisions and decision ids, not clocks, say what is newer. */
class EdgeCase25AClockThatJumpsTest {
    private static final Duration FAR = Duration.ofDays(3);

    private final World world = new World(what -> {});
    private final Launch launch = inLaunchService(() -> world.launchService().plan(plan(), People.MAYA));
    private final MarketKey central = new MarketKey(launch.id(), People.CENTRAL);

    @Test
    void aDecisionWhoseClockJumpsAheadIsGivenUpAndTheFreezeEnds() {
        everythingIsThere();
        Decision asked = ask();

        world.launchNode().clock().jump(FAR);
        inLaunchService(() -> {
            world.launchService().giveUpOverdue();
            return asked;
        });
        settle();

        assertThat(outcome(asked)).isEqualTo(Outcome.NO_GO);
        assertThat(status()).isEqualTo(LaunchStatus.PLANNED);
        assertThat(frozen()).isFalse();
        assertThatCode(world::comeToRest).doesNotThrowAnyException();
    }

    @Test
    void aDecisionWhoseClockJumpsBackFallsWhenSalesTurnsItsKey() {
        everythingIsThere();
        Decision asked = ask();

        world.launchNode().clock().jump(FAR.negated());
        settle();

        assertThat(outcome(asked)).isEqualTo(Outcome.GO);
        assertThat(status()).isEqualTo(LaunchStatus.LIVE);
        assertThat(frozen()).isFalse();
        assertThatCode(world::comeToRest).doesNotThrowAnyException();
    }

    @Test
    void whatSalesSaysLaterCountsAlthoughItsClockHasGoneBack() {
        everythingIsThere();
        settle();
        assertThat(isReady()).isTrue();

        world.salesNode().clock().jump(FAR.negated());
        Commitment withdrawn =
                inSales(() -> world.salesService().commitmentCalls().withdraw(People.SAM, central, "ae", "Left us"));
        settle();

        assertThat(withdrawn.at()).isBefore(VirtualTime.BEGINNING);
        assertThat(isReady()).isFalse();
        assertThatCode(world::comeToRest).doesNotThrowAnyException();
    }

    @Test
    void noDecisionCountsAWaiverThatHasExpiredByTheClockAtItsMoment() {
        settle();
        staffIsThere();
        Waiver waiver = inLaunchService(() -> world.launchService()
                .waiverCalls()
                .give(
                        launch.id(),
                        People.CENTRAL,
                        "feedback:retail",
                        "Heard at the fair",
                        VirtualTime.BEGINNING.plusSeconds(30),
                        People.LIZ));
        settle();
        assertThat(isReady()).isTrue();
        Decision asked = ask();

        world.launchNode().clock().jump(Duration.ofSeconds(30));
        settle();

        assertThat(waiver.expiresAt()).isEqualTo(VirtualTime.BEGINNING.plusSeconds(30));
        assertThat(outcome(asked)).isEqualTo(Outcome.NO_GO);
        world.launchNode().clock().jump(Duration.ZERO);
        settle();
        assertThat(outcome(asked)).as("what is decided stays decided").isEqualTo(Outcome.NO_GO);
        assertThatCode(world::comeToRest).doesNotThrowAnyException();
    }

    private void everythingIsThere() {
        settle();
        staffIsThere();
        FieldReport heard = inSales(() -> world.salesService()
                .reportCalls()
                .file(
                        People.FAY,
                        launch.id(),
                        new Hearing(
                                People.CENTRAL,
                                "retail",
                                "Cancity",
                                List.of(),
                                ReportVerdict.NO_GAP,
                                null,
                                List.of())));
        assertThat(heard.isHeld()).isFalse();
    }

    private void staffIsThere() {
        Commitment promised = inSales(() -> world.salesService()
                .commitmentCalls()
                .commit(People.SAM, central, "ae", 1, Fte.of("1"), null, List.of()));
        assertThat(promised.fte()).isEqualTo(Fte.of("1"));
    }

    private Decision ask() {
        Decision asked = inLaunchService(() -> world.launchService().askToGoLive(launch.id(), null, People.MAYA));
        world.perform(new Step(StepKind.COMMIT_OFFSETS, 1));
        return asked;
    }

    private Outcome outcome(Decision asked) {
        return world.launchService().decisions().stream()
                .filter(it -> it.decision().id().equals(asked.id()))
                .findFirst()
                .orElseThrow()
                .decision()
                .outcome();
    }

    private LaunchStatus status() {
        return world.launchService().launches().find(launch.id()).orElseThrow().status();
    }

    private boolean frozen() {
        return world.salesService().launches().find(launch.id()).orElseThrow().isFrozen();
    }

    private boolean isReady() {
        return world.launchService().readiness().stream().allMatch(it -> it.ready());
    }

    private void settle() {
        world.perform(new Step(StepKind.SETTLE, 1));
    }

    private <T> T inLaunchService(Supplier<T> call) {
        return call(world.launchNode(), call);
    }

    private <T> T inSales(Supplier<T> call) {
        return call(world.salesNode(), call);
    }

    private <T> T call(ServiceNode node, Supplier<T> call) {
        assertThat(world.nextKey()).as("calls are counted").isPositive();
        return node.database().transaction(call);
    }

    private static PlanDocument plan() {
        RequirementDocument requirement =
                new RequirementDocument("ae", "account-executive", "1", "2027-03-01", "2027-03-31");
        MarketDocument market = new MarketDocument(
                People.CENTRAL,
                "2027-03-01",
                "America/Chicago",
                null,
                List.of(requirement),
                List.of(new QuotaDocument("retail", 1)));
        return new PlanDocument("GTK 500", "GTK 500", null, null, null, null, List.of(market), null, null);
    }
}
