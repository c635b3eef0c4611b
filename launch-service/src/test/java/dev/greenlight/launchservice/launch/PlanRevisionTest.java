package dev.greenlight.launchservice.launch;

import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.launch.LaunchFixture.market;
import static dev.greenlight.launchservice.launch.LaunchFixture.plan;
import static dev.greenlight.launchservice.launch.LaunchFixture.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a revision does to the numbers that promises and reports refer to. */
class PlanRevisionTest {
    private final Launch launch = launch("Central", "East");

    @Test
    void theSamePlanMakesNoRevision() {
        assertThat(launch.revised(plan(market("Central"), market("East")), "maya"))
                .isSameAs(launch);
    }

    @Test
    void aMendedDescriptionCostsNobodyAPromise() {
        LaunchPlan mended = new LaunchPlan(
                "GTK 500",
                "GTK 500 launch",
                1,
                "Faster",
                "For all",
                null,
                launch.plan().markets());

        Launch revised = launch.revised(mended, "maya");

        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.planRevision()).isEqualTo(1);
    }

    @Test
    void anotherOrderOfTheMarketsAsksForNothingElse() {
        assertThat(launch.revised(plan(market("East"), market("Central")), "maya")
                        .planRevision())
                .isEqualTo(1);
    }

    @Test
    void moreStaffIsAnotherPlanButTheSamePitch() {
        Market demanding = withStaff(market("Central"), "3");

        Launch revised = launch.revised(plan(demanding, market("East")), "maya");

        assertThat(revised.planRevision()).isEqualTo(2);
        assertThat(pitch(revised, "Central")).isEqualTo(1);
    }

    @Test
    void anotherPriceOutdatesWhatWasHeardInThatMarketAlone() {
        Launch revised = launch.revised(plan(withPrice(market("Central"), 1), market("East")), "maya");

        assertThat(pitch(revised, "Central")).isEqualTo(2);
        assertThat(pitch(revised, "East")).isEqualTo(1);
    }

    @Test
    void anotherPositioningOutdatesWhatWasHeardEverywhere() {
        LaunchPlan repositioned = new LaunchPlan(
                "GTK 500",
                "GTK 500 launch",
                1,
                "Fast",
                "For few",
                null,
                launch.plan().markets());

        Launch revised = launch.revised(repositioned, "maya");

        assertThat(revised.planRevision()).isEqualTo(2);
        assertThat(pitch(revised, "Central")).isEqualTo(2);
        assertThat(pitch(revised, "East")).isEqualTo(2);
    }

    @Test
    void aLiveMarketIsNotDropped() {
        Launch live = launch.decided(new DecisionMade(
                new UUID(0, 9), true, "maya", LaunchFixture.MONDAY, LaunchFixture.MONDAY, List.of("East"), null, 1));

        assertThat(live.refusesRevision(plan(market("Central"))))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("market-live"));
        assertThat(live.refusesRevision(plan(market("East")))).isEmpty();
    }

    @Test
    void theChangeIsToldInWords() {
        String told = PlanDifference.between(
                plan(market("Central"), market("East")), plan(withStaff(market("Central"), "3"), market("West")));

        assertThat(told).isEqualTo("Revised: Central ae FTE 2.5 → 3; market East dropped; market West added");
    }

    private static long pitch(Launch launch, String region) {
        return launch.state(region).orElseThrow().pitchRevision();
    }

    private static Market withStaff(Market market, String fte) {
        return changed(market, market.price(), List.of(requirement(fte)));
    }

    private static Market withPrice(Market market, long amount) {
        return changed(market, new Money(amount, "USD"), market.requirements());
    }

    private static Market changed(Market market, @Nullable Money price, List<Requirement> requirements) {
        return new Market(market.region(), market.goLiveDate(), market.zone(), price, requirements, market.quotas());
    }
}
