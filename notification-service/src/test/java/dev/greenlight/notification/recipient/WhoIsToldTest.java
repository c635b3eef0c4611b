package dev.greenlight.notification.recipient;

import static dev.greenlight.notification.recipient.Situation.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.notification.recipient.ReadinessFact.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table "who is told". The launch is Maya's, goes live in Central and East on 2027-03-01; Sam manages Central, Wei manages
 * East, Fay reports from Central, Flo from everywhere, Pia is product, Lee is leadership.
 */
class WhoIsToldTest {

    static Stream<Arguments> table() {
        return Stream.of(
                row("a draft concerns nobody", launch().status("DRAFT").staffMissing("Central")),
                row("a plan that lacks nothing yet asks nobody", launch()),
                row(
                        "staff is missing in Central: its manager is asked",
                        launch().staffMissing("Central"),
                        "sam! commit:Central"),
                row(
                        "staff is missing in a market that is live: nobody is asked to commit",
                        launch().live("Central").staffMissing("Central")),
                row(
                        "reports are missing in East: its reps are told",
                        launch().reportsMissing("East"),
                        "finn report:East",
                        "flo report:East"),
                row(
                        "a team declined: the owner is asked",
                        launch().staffMissing("Central").declined("Central"),
                        "maya! answer:Central:ae:team-1",
                        "sam! commit:Central"),
                row(
                        "a team declined, but others gave the staff: there is nothing to answer",
                        launch().covered("Central").declined("Central"),
                        "maya go-live:Central",
                        "sam go-live:Central"),
                row(
                        "a team declined and its offer was accepted: there is nothing more to answer",
                        launch().staffMissing("Central").declined("Central").offerAccepted(),
                        "sam! commit:Central"),
                row(
                        "a team withdrew long before the day: the owner is asked",
                        launch().staffMissing("Central").withdrawn("Central"),
                        "maya! withdrawn:Central",
                        "sam! commit:Central"),
                row(
                        "a team withdrew within 7 days of the day: leadership is told too",
                        launch().at("2027-02-25T12:00:00Z")
                                .staffMissing("Central")
                                .withdrawn("Central"),
                        "lee withdrawn:Central",
                        "maya! withdrawn:Central",
                        "sam! commit:Central"),
                row(
                        "a new blocker: product is asked, the owner told",
                        launch().gap("NEW", true),
                        "maya review",
                        "pia! review"),
                row(
                        "a blocker under review is not decided",
                        launch().gap("UNDER_REVIEW", true),
                        "maya review",
                        "pia! review"),
                row("a gap that blocks nothing asks nobody", launch().gap("NEW", false)),
                row(
                        "a gap is accepted: its reporter and the owner are told",
                        launch().gap("ACCEPTED", true),
                        "fay gap",
                        "maya gap"),
                row(
                        "a gap has shipped: its reporter and the owner are told",
                        launch().gap("SHIPPED", false),
                        "fay gap",
                        "maya gap"),
                row(
                        "a gap is merged: who reported it and the owner are told, and product is asked of the whole alone",
                        launch().gap("Offline mode", "MERGED", true, "No network", "fay")
                                .gap("No network", "NEW", true, null, "fay", "finn"),
                        "fay gap",
                        "maya gap",
                        "maya review",
                        "pia! review"),
                row(
                        "what a gap is merged into is declined: who reported either of them and the owner are told",
                        launch().gap("Offline mode", "MERGED", true, "No network", "fay")
                                .gap("No network", "DECLINED", true, null, "fay", "finn"),
                        "fay gap",
                        "fay gap",
                        "finn gap",
                        "maya gap",
                        "maya gap"),
                row(
                        "all conditions met before the day: owner and managers are told",
                        launch().covered("Central"),
                        "maya go-live:Central",
                        "sam go-live:Central"),
                row(
                        "all conditions met on the day: the owner is asked",
                        launch().at("2027-03-01T06:00:00Z").covered("Central"),
                        "maya! go-live:Central",
                        "sam go-live:Central"),
                row(
                        "while a decision is pending nobody is asked to go live",
                        launch().at("2027-03-01T06:00:00Z").covered("Central").deciding()),
                row(
                        "NO_GO: the owner and whom the causes name are asked, leadership is told",
                        launch().staffMissing("East").decision(false, "East"),
                        "lee decision",
                        "maya! decision",
                        "wei! commit:East",
                        "wei! decision"),
                row(
                        "NO_GO for markets that went live after all is settled",
                        launch().live("East").decision(false, "East")),
                row(
                        "GO: all who have a part are told, also who asked for it",
                        launch().live("Central").decision(true, "Central"),
                        "fay decision",
                        "finn decision",
                        "flo decision",
                        "maya decision",
                        "sam decision",
                        "wei decision"),
                row(
                        "staff was lost after going live: owner and manager are asked, leadership told",
                        launch().live("Central").incident("Central"),
                        "lee incident",
                        "maya! incident",
                        "sam! incident"),
                row(
                        "on hold: all who have a part are told, and nothing else is asked",
                        launch().status("ON_HOLD")
                                .staffMissing("Central")
                                .reportsMissing("East")
                                .declined("Central")
                                .decision(false, "Central"),
                        "fay launch",
                        "finn launch",
                        "flo launch",
                        "maya launch",
                        "sam launch",
                        "wei launch"),
                row(
                        "goes on after a hold: all who have a part are told",
                        launch().resumed(),
                        "fay launch",
                        "finn launch",
                        "flo launch",
                        "maya launch",
                        "sam launch",
                        "wei launch"),
                row(
                        "a condition is waived: all who have a part are told, who waived among them",
                        launch().waived("Central"),
                        "fay waiver",
                        "finn waiver",
                        "flo waiver",
                        "lee waiver",
                        "maya waiver",
                        "sam waiver",
                        "wei waiver"),
                row(
                        "GO on a waiver: who waived is told too",
                        launch().waived("Central").live("Central").decision(true, "Central"),
                        "fay decision",
                        "fay waiver",
                        "finn decision",
                        "finn waiver",
                        "flo decision",
                        "flo waiver",
                        "lee decision",
                        "lee waiver",
                        "maya decision",
                        "maya waiver",
                        "sam decision",
                        "sam waiver",
                        "wei decision",
                        "wei waiver"),
                row("a draft's waivers concern nobody", launch().status("DRAFT").waived("Central")),
                row(
                        "cancelled: all who have a part are told, product among them where there was a gap",
                        launch().status("CANCELLED").staffMissing("Central").gap("NEW", true),
                        "fay launch",
                        "finn launch",
                        "flo launch",
                        "maya launch",
                        "pia launch",
                        "sam launch",
                        "wei launch"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void isToldAsTheTableSays(String what, Situation situation, List<String> expected) {
        assertThat(situation.told()).as(what).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theSentenceIsTheGatesOwn() {
        Notice notice = launch().staffMissing("Central").noticeOf("sam", "commit");

        assertThat(notice.title()).isEqualTo("GTK 500 general availability · Central");
        assertThat(notice.text())
                .isEqualTo("Commit staff: 1.5 of 2.5 FTE committed on 2027-04-12; goes live on 2027-03-01");
    }

    @Test
    void aHugePlanStillMakesAShortSentence() {
        Situation huge = launch();
        for (int requirement = 0; requirement < 2_000; requirement++) {
            huge.red("Central", "capacity:r" + requirement, Kind.CAPACITY, "0 of 1 FTE committed on 2027-03-01");
        }

        assertThat(huge.noticeOf("sam", "commit").text())
                .contains("; and 1997 more")
                .hasSizeLessThan(300);
    }

    @Test
    void aDeclinedOfferNamesWhoWhatAndWhy() {
        assertThat(launch().staffMissing("Central")
                        .declined("Central")
                        .noticeOf("maya", "answer")
                        .text())
                .isEqualTo("Sam declined ae: busy; instead 1 FTE from 2027-03-08 to 2027-05-31");
    }

    @Test
    void whoReportedAMergedGapRecognisesWhatBecomesOfIt() {
        Situation merged = launch().gap("Offline mode", "MERGED", true, "No network", "fay")
                .gap("No network", "SHIPPED", true, null, "fay", "finn");

        assertThat(merged.notices().stream()
                        .filter(notice -> notice.person().equals("fay"))
                        .map(Notice::text))
                .containsExactlyInAnyOrder(
                        "“Offline mode” was merged into “No network”",
                        "“No network”, with “Offline mode” merged into it, has shipped");
        assertThat(launch().gap("Offline mode", "MERGED", true, "Not heard of yet", "fay")
                        .noticeOf("fay", "gap")
                        .text())
                .isEqualTo("“Offline mode” was merged into another gap");
    }

    @Test
    void whoBroughtItAboutIsNotInterrupted() {
        Situation planned = launch().staffMissing("Central");

        assertThat(planned.by("sam").noticeOf("sam", "commit").ownDoing()).isTrue();
        assertThat(planned.by("maya").noticeOf("sam", "commit").ownDoing()).isFalse();
    }

    @Test
    void aWaiverIsTheOwnDoingOfWhoGaveItAndNobodyElses() {
        Situation waived = launch().by("sam").waived("Central");

        assertThat(waived.noticeOf("lee", "waiver").ownDoing()).isTrue();
        assertThat(waived.noticeOf("sam", "waiver").ownDoing()).isFalse();
        assertThat(waived.noticeOf("sam", "waiver").text())
                .isEqualTo("Waived, capacity:ae: 1.5 of 2.5 FTE committed on 2027-04-12;"
                        + " waived by lee until 2027-04-30T00:00:00Z: Two start in May");
    }

    @Test
    void aWaiverIsOneMatterUntilItIsReplaced() {
        Situation waived = launch().waived("Central");

        assertThat(waived.noticeOf("maya", "waiver").substance())
                .isEqualTo(waived.noticeOf("maya", "waiver").substance())
                .isNotEqualTo(
                        launch().waived("Central").noticeOf("maya", "waiver").substance());
        assertThat(launch().told()).isEmpty();
    }

    @Test
    void aDecisionIsNobodysOwnDoing() {
        Notice notice =
                launch().by("maya").live("Central").decision(true, "Central").noticeOf("maya", "decision");

        assertThat(notice.ownDoing()).isFalse();
    }

    @Test
    void oldNewsIsNotToldToNewcomersButWhatStandsIs() {
        Situation situation = launch().staffMissing("East")
                .gap("ACCEPTED", true)
                .everybodyKnownSince(Instant.parse("2027-02-10T00:00:00Z"));

        assertThat(situation.told()).containsExactly("wei! commit:East");
    }

    @Test
    void aFreshReportChangesTheSentenceButIsNoReasonToLookAgain() {
        Notice none = launch().red("East", "feedback:retail", Kind.FEEDBACK, "0 of 3 accounts heard in retail")
                .noticeOf("flo", "report");
        Notice one = launch().red("East", "feedback:retail", Kind.FEEDBACK, "1 of 3 accounts heard in retail")
                .noticeOf("flo", "report");

        assertThat(one.text()).isNotEqualTo(none.text());
        assertThat(one.substance()).isEqualTo(none.substance());
    }

    @Test
    void aHoldThatHasEndedIsToldAsSuch() {
        LaunchFact held = launch().status("ON_HOLD").fact();
        LaunchFact resumed = launch().status("PLANNED").fact().after(held);

        assertThat(resumed.resumed()).isTrue();
        assertThat(launch().status("PLANNED").fact().after(resumed).resumed()).isTrue();
        assertThat(launch().status("PLANNED").fact().after(null).resumed()).isFalse();
    }

    @Test
    void whoHeldALaunchIsNotToldSoAfterSomebodyElseMendedItsText() {
        LaunchFact held = launch().status("ON_HOLD").by("maya").fact().after(null);
        LaunchFact mended = launch().status("ON_HOLD").by("mark").fact().after(held);

        assertThat(mended.actor()).isEqualTo("mark");
        assertThat(mended.statusGivenBy()).isEqualTo("maya");
        assertThat(launch().status("PLANNED").by("mark").fact().after(held).statusGivenBy())
                .isEqualTo("mark");
    }

    @Test
    void timeMattersAWeekBeforeTheDayAndWhenItBegins() {
        LaunchView view = launch().covered("Central").view();
        // Central's day begins at 06:00 UTC, East's at 05:00.
        assertThat(WhoIsTold.nextTurn(view, Instant.parse("2027-01-04T00:00:00Z")))
                .hasValue(Instant.parse("2027-02-22T05:00:00Z"));
        assertThat(WhoIsTold.nextTurn(view, Instant.parse("2027-03-01T05:00:00Z")))
                .hasValue(Instant.parse("2027-03-01T06:00:00Z"));
        assertThat(WhoIsTold.nextTurn(view, Instant.parse("2027-03-01T06:00:00Z")))
                .isEmpty();
    }

    private static Arguments row(String what, Situation situation, String... expected) {
        return Arguments.of(what, situation, List.of(expected));
    }
}
