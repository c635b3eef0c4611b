package dev.greenlight.launchservice.preview;

import static dev.greenlight.launchservice.launch.LaunchFixture.MONDAY;
import static dev.greenlight.launchservice.launch.LaunchFixture.launch;
import static dev.greenlight.launchservice.launch.LaunchFixture.market;
import static dev.greenlight.launchservice.launch.LaunchFixture.plan;
import static dev.greenlight.launchservice.launch.LaunchFixture.requirement;
import static dev.greenlight.launchservice.launch.LaunchFixture.spring;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchPlan;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.Requirement;
import dev.greenlight.launchservice.launch.Revision;
import dev.greenlight.launchservice.preview.Effect.Kind;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.Commitment.Status;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table "What a new revision does to what was promised", as its author is shown it. The launch asks for 2.5 FTE in spring. */
class RevisionEffectsTest {
    private static final DateWindow LATER = days("2027-04-01", "2027-06-30");
    private static final DateWindow SHORTER = days("2027-03-15", "2027-04-30");

    private final Launch launch = launch("Central");
    private final MarketKey central = new MarketKey(launch.id(), "Central");

    @Test
    void aTextCostsNothing() {
        LaunchPlan before = launch.plan();
        LaunchPlan texts = new LaunchPlan(
                before.product(), "Another name", 2, "Mended", before.positioning(), null, before.markets());

        assertThat(effects(texts, promised("2.5"))).isEmpty();
    }

    @Test
    void aPromiseThatCoversTheNewWindowStays() {
        assertThat(effects(asking("2.5", SHORTER), promised("2.5"))).isEmpty();
    }

    @Test
    void aPromiseThatDoesNotCoverTheNewWindowIsStale() {
        assertThat(effects(asking("2.5", LATER), promised("2.5")))
                .containsExactly(new Effect(
                        "Central",
                        "ae",
                        "north",
                        Kind.STALE,
                        "2.5 FTE from 2027-03-01 to 2027-05-31 was promised for another window; the manager will be asked"
                                + " to reconfirm"));
    }

    @Test
    void aPromiseForAPartIsStaleWhenTheWindowThatWasAnsweredMoves() {
        Commitment part = promise("north", Status.CONFIRMED, "2.5", days("2027-03-01", "2027-03-31"));

        assertThat(kinds(effects(asking("2.5", SHORTER), part))).containsExactly(Kind.STALE);
        assertThat(effects(asking("2.5", spring()), part)).isEmpty();
    }

    @Test
    void whatWasStaleBeforeIsNotBrokenAgainAndWhatFitsAgainIsNoLoss() {
        Commitment stale = promise("north", Status.STALE, "2.5", days("2027-01-01", "2027-04-30"), SHORTER);

        assertThat(effects(asking("2.5", LATER), stale)).isEmpty();
        assertThat(effects(asking("2.5", SHORTER), stale)).isEmpty();
    }

    @Test
    void moreThanIsPromisedIsAShortfall() {
        assertThat(effects(asking("3", spring()), promised("2.5")))
                .containsExactly(new Effect(
                        "Central", "ae", "north", Kind.SHORTFALL, "Only 2.5 of 3 FTE are promised on 2027-03-01"));
        assertThat(effects(asking("3", spring()))).isEmpty();
    }

    @Test
    void aShortfallThatWasThereBeforeIsNoEffect() {
        assertThat(effects(asking("2.5", SHORTER), promised("1"))).isEmpty();
        assertThat(kinds(effects(asking("3", spring()), promised("1")))).containsExactly(Kind.SHORTFALL);
    }

    @Test
    void whatIsMissingEvenAfterAReconfirmationIsAShortfallToo() {
        assertThat(kinds(effects(asking("3", LATER), promised("2.5")))).containsExactly(Kind.STALE, Kind.SHORTFALL);
    }

    @Test
    void lessThanIsPromisedIsASurplusThatIsOfferedBack() {
        assertThat(effects(asking("1", spring()), promised("2.5")))
                .containsExactly(new Effect(
                        "Central",
                        "ae",
                        "north",
                        Kind.SURPLUS,
                        "1.5 FTE more than the 1 that are asked for will be offered back"));
        assertThat(effects(
                        asking("1", spring()),
                        promise("north", Status.CONFIRMED, "1.5", spring()),
                        promise("south", Status.CONFIRMED, "1", spring())))
                .singleElement()
                .satisfies(surplus -> assertThat(surplus.team()).isNull());
    }

    @Test
    void aRegionThatIsDroppedReleasesItsPromises() {
        assertThat(effects(plan(market("East")), promised("2.5")))
                .extracting(Effect::region, Effect::team, Effect::effect)
                .containsExactly(tuple("East", null, Kind.OPEN), tuple("Central", "north", Kind.RELEASED));
    }

    @Test
    void aRequirementThatIsDroppedReleasesItsPromisesAndANewOneIsOpen() {
        Requirement engineers = new Requirement("se", "solution-engineer", Fte.of("1"), spring());

        assertThat(effects(plan(with(engineers)), promised("2.5")))
                .containsExactly(
                        new Effect(
                                "Central",
                                "se",
                                null,
                                Kind.OPEN,
                                "1 FTE solution-engineer from 2027-03-01 to 2027-05-31 will be newly asked for"),
                        new Effect(
                                "Central",
                                "ae",
                                "north",
                                Kind.RELEASED,
                                "2.5 FTE from 2027-03-01 to 2027-05-31 will no longer be asked for"));
    }

    @Test
    void anotherRoleUnderTheSameIdReleasesAndAsksAnew() {
        Requirement engineers = new Requirement("ae", "solution-engineer", Fte.of("2.5"), spring());

        assertThat(kinds(effects(plan(with(engineers)), promised("2.5")))).containsExactly(Kind.RELEASED, Kind.OPEN);
    }

    @Test
    void whatIsNoPromiseIsNotBroken() {
        for (Status status : List.of(Status.DECLINED, Status.WITHDRAWN, Status.RELEASED, Status.REQUESTED)) {
            assertThat(effects(asking("2.5", LATER), promise("north", status, "2.5", spring())))
                    .as(status.name())
                    .isEmpty();
        }
    }

    @Test
    void anotherPriceOutdatesWhatWasHeardThere() {
        Market before = market("Central");
        Market cheaper = new Market(
                before.region(),
                before.goLiveDate(),
                before.zone(),
                new Money(1, "USD"),
                before.requirements(),
                before.quotas());
        List<Heard> heard = List.of(
                new Heard("retail", "Cancity", "fay", 1),
                new Heard("retail", "CANCITY", "flo", 1),
                new Heard("retail", "Long ago", "flo", 0));

        assertThat(effects(plan(cheaper), heard))
                .containsExactly(
                        new Effect(
                                "Central",
                                null,
                                null,
                                Kind.OUTDATED,
                                "1 account was heard before price or positioning changed and will no longer count as feedback"));
        assertThat(effects(plan(cheaper), List.<Heard>of())).isEmpty();
        assertThat(effects(plan(before), heard)).isEmpty();
    }

    @Test
    void anotherPositioningOutdatesWhatWasHeardEverywhere() {
        LaunchPlan before = launch.plan();
        LaunchPlan other =
                new LaunchPlan(before.product(), before.name(), 1, "Fast", "For few", null, before.markets());

        assertThat(kinds(effects(other, List.of(new Heard("retail", "Cancity", "fay", 1)))))
                .containsExactly(Kind.OUTDATED);
    }

    private List<Effect> effects(LaunchPlan next, Commitment... promises) {
        SalesSnapshot snapshot = new SalesSnapshot(central, 1, 1, null, List.of(promises), null);
        return RevisionEffects.of(revision(next), Map.of(central, snapshot), Map.of());
    }

    private List<Effect> effects(LaunchPlan next, List<Heard> heard) {
        return RevisionEffects.of(revision(next), Map.of(), Map.of(central, heard));
    }

    private Revision revision(LaunchPlan next) {
        return new Revision(launch, launch.revised(next, launch.owner()));
    }

    private static List<Kind> kinds(List<Effect> effects) {
        return effects.stream().map(Effect::effect).toList();
    }

    private static LaunchPlan asking(String fte, DateWindow window) {
        Requirement asked = requirement(fte);
        return plan(with(new Requirement(asked.id(), asked.role(), asked.fte(), window)));
    }

    private static Market with(Requirement requirement) {
        Market market = market("Central");
        return new Market(
                market.region(),
                market.goLiveDate(),
                market.zone(),
                market.price(),
                List.of(requirement),
                market.quotas());
    }

    private static Commitment promised(String fte) {
        return promise("north", Status.CONFIRMED, fte, spring());
    }

    private static Commitment promise(String team, Status status, String fte, DateWindow window) {
        return promise(team, status, fte, window, spring());
    }

    private static Commitment promise(String team, Status status, String fte, DateWindow window, DateWindow answered) {
        return new Commitment("ae", team, status, Fte.of(fte), window, List.of(), "sam", MONDAY, null, answered, null);
    }

    private static DateWindow days(String from, String to) {
        return new DateWindow(LocalDate.parse(from), LocalDate.parse(to));
    }
}
