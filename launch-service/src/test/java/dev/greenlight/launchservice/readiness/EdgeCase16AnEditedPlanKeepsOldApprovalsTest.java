package dev.greenlight.launchservice.readiness;

import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.launch.LaunchFixture.market;
import static dev.greenlight.launchservice.launch.LaunchFixture.plan;
import static dev.greenlight.launchservice.launch.LaunchFixture.requirement;
import static dev.greenlight.launchservice.readiness.FactsFixture.commitment;
import static dev.greenlight.launchservice.readiness.FactsFixture.snapshot;
import static dev.greenlight.launchservice.readiness.FactsFixture.waived;
import static dev.greenlight.launchservice.readiness.FactsFixture.waiverOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchPlan;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.Quota;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Edge case 16 of domain.md: "An edited plan keeps old approvals." Whatever was promised, reported or waived for a plan that asked
 * for something else counts no more; an edit that asks for nothing else costs nobody a promise.
 */
class EdgeCase16AnEditedPlanKeepsOldApprovalsTest {
    private static final DateWindow SUMMER =
            new DateWindow(LocalDate.parse("2027-06-01"), LocalDate.parse("2027-07-31"));

    private final Launch launch = launch("Central");
    private final MarketFacts first = factsOf(launch);

    @Test
    void commitmentsForTheEarlierPlanAreUnknownUntilSalesHasCarriedThem() {
        MarketFacts edited = factsOf(launch.revised(plan(asking(requirement("2"))), "maya"));

        assertThat(status("capacity:ae", first)).isEqualTo(Status.PASS);
        assertThat(condition("capacity:ae", edited).status()).isEqualTo(Status.UNKNOWN);
        assertThat(condition("capacity:ae", edited).cause()).isEqualTo("Sales has not yet seen revision 2 of the plan");
    }

    @Test
    void reportsOnTheEarlierPriceOrPositioningAreOutdated() {
        MarketFacts dearer = factsOf(launch.revised(plan(priced(new Money(9_999_900, "USD"))), "maya"));
        MarketFacts repositioned = factsOf(launch.revised(positioned("For the few"), "maya"));

        assertThat(status("feedback:retail", first)).isEqualTo(Status.PASS);
        assertThat(condition("feedback:retail", dearer).cause())
                .isEqualTo("0 of 2 accounts heard in retail; 2 more before price or positioning changed");
        assertThat(status("feedback:retail", repositioned)).isEqualTo(Status.FAIL);
    }

    @Test
    void aWaiverOfStaffCoversNeitherMoreNorLessNorOtherStaff() {
        for (Requirement edited : List.of(
                requirement("3"),
                requirement("2"),
                new Requirement("ae", "account-executive", Fte.of("2.5"), SUMMER),
                new Requirement(
                        "ae",
                        "solution-engineer",
                        Fte.of("2.5"),
                        requirement("2.5").window()))) {
            Condition condition =
                    condition("capacity:ae", waivedBefore(launch.revised(plan(asking(edited)), "maya"), "capacity:ae"));

            assertThat(condition.status()).as(edited.toString()).isEqualTo(Status.UNKNOWN);
            assertThat(condition.cause())
                    .endsWith("the waiver by lee does not count: it was given for 2.5 FTE of account-executive"
                            + " from 2027-03-01 to 2027-05-31");
        }
    }

    @Test
    void aWaiverOfFeedbackCoversNeitherAnotherQuotaNorAnotherPitch() {
        Launch stricter = launch.revised(plan(hearing(new Quota("retail", 3))), "maya");
        Launch dearer = launch.revised(plan(priced(new Money(9_999_900, "USD"))), "maya");
        Launch repositioned = launch.revised(positioned("For the few"), "maya");

        for (Launch edited : List.of(stricter, dearer, repositioned)) {
            assertThat(status("feedback:retail", waivedBefore(edited, "feedback:retail")))
                    .isEqualTo(Status.FAIL);
        }
    }

    @Test
    void aMendedTextCostsNobodyAnything() {
        LaunchPlan before = launch.plan();
        Launch mended = launch.revised(
                new LaunchPlan(
                        before.product(), before.name(), 2, "Faster", before.positioning(), null, before.markets()),
                "mark");

        assertThat(mended.revision()).isEqualTo(2);
        assertThat(Gate.judge(factsOf(mended))).allMatch(Condition::passes);
        assertThat(status("capacity:ae", waived(withoutAnything(mended), waiverOf("capacity:ae", first))))
                .isEqualTo(Status.WAIVED);
    }

    @Test
    void anEditThatIsTakenBackFindsTheWaiverAsItWas() {
        Launch back = launch.revised(plan(asking(requirement("3"))), "maya").revised(launch.plan(), "maya");

        assertThat(status("capacity:ae", waivedBefore(back, "capacity:ae"))).isEqualTo(Status.WAIVED);
    }

    private MarketFacts waivedBefore(Launch edited, String condition) {
        return waived(withoutAnything(edited), waiverOf(condition, first));
    }

    private static MarketFacts withoutAnything(Launch launch) {
        return facts(launch, Optional.empty(), List.of());
    }

    /** All that the first plan asks for was promised and reported for that first plan. */
    private static MarketFacts factsOf(Launch launch) {
        return facts(
                launch,
                Optional.of(snapshot(1, commitment("north", Commitment.Status.CONFIRMED, "2.5"))),
                List.of(new Heard("retail", "Cancity", "fay", 1), new Heard("retail", "Konex", "flo", 1)));
    }

    private static MarketFacts facts(Launch launch, Optional<SalesSnapshot> staff, List<Heard> heard) {
        return FactsFixture.planned(
                launch.plan().market("Central").orElseThrow(),
                launch.planRevision(),
                launch.state("Central").orElseThrow().pitchRevision(),
                FactsFixture.facts(staff, heard, List.of()));
    }

    private static Status status(String id, MarketFacts facts) {
        return condition(id, facts).status();
    }

    private static Condition condition(String id, MarketFacts facts) {
        return Gate.judge(facts).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Market asking(Requirement requirement) {
        return edited(market("Central").price(), requirement, new Quota("retail", 2));
    }

    private static Market hearing(Quota quota) {
        return edited(market("Central").price(), requirement("2.5"), quota);
    }

    private static Market priced(Money price) {
        return edited(price, requirement("2.5"), new Quota("retail", 2));
    }

    private static Market edited(@Nullable Money price, Requirement requirement, Quota quota) {
        Market chicago = market("Central");
        return new Market(
                chicago.region(), chicago.goLiveDate(), chicago.zone(), price, List.of(requirement), List.of(quota));
    }

    private static LaunchPlan positioned(String positioning) {
        LaunchPlan before = plan(market("Central"));
        return new LaunchPlan(
                before.product(),
                before.name(),
                before.tier(),
                before.description(),
                positioning,
                before.budget(),
                before.markets());
    }
}
