package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.Commitment.Absence;
import dev.greenlight.launchservice.staff.Commitment.Status;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.Demand;
import dev.greenlight.launchservice.waiver.Waiver;
import dev.greenlight.launchservice.waiver.WaiverFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Facts of the market Central in plan revision 3, pitched in revision 2. */
public final class FactsFixture {
    static final long PLAN_REVISION = 3;
    static final long PITCH_REVISION = 2;

    private FactsFixture() {}

    /** A market of which nothing is known. */
    static MarketFacts nothing() {
        return facts(Optional.empty(), List.of(), List.of());
    }

    static MarketFacts staffed(Commitment... commitments) {
        return facts(Optional.of(snapshot(PLAN_REVISION, commitments)), List.of(), List.of());
    }

    static MarketFacts heard(Heard... heard) {
        return facts(Optional.empty(), List.of(heard), List.of());
    }

    static MarketFacts blockedBy(String... features) {
        return facts(Optional.empty(), List.of(), List.of(features));
    }

    static MarketFacts complete() {
        return facts(
                Optional.of(snapshot(PLAN_REVISION, commitment("north", Status.CONFIRMED, "2.5"))),
                List.of(new Heard("retail", "Cancity", "fay", 3), new Heard("retail", "Konex", "flo", 2)),
                List.of());
    }

    static MarketFacts facts(Optional<SalesSnapshot> staff, List<Heard> heard, List<String> blockers) {
        return new MarketFacts(
                LaunchFixture.market("Central"),
                PLAN_REVISION,
                PITCH_REVISION,
                staff,
                heard,
                blockers.stream().map(FactsFixture::blocker).toList(),
                List.of(),
                "maya",
                Optional.empty(),
                LaunchFixture.MONDAY);
    }

    /** A blocker; the same feature is the same gap. */
    static OpenBlocker blocker(String feature) {
        return new OpenBlocker(UUID.nameUUIDFromBytes(feature.getBytes(StandardCharsets.UTF_8)), feature);
    }

    /** The same facts, judged at an instant. */
    static MarketFacts at(Instant instant, MarketFacts facts) {
        return new MarketFacts(
                facts.market(),
                facts.planRevision(),
                facts.pitchRevision(),
                facts.staff(),
                facts.heard(),
                facts.openBlockers(),
                facts.waivers(),
                facts.owner(),
                facts.requester(),
                instant);
    }

    /** The same facts, with waivers. */
    static MarketFacts waived(MarketFacts facts, Waiver... waivers) {
        return new MarketFacts(
                facts.market(),
                facts.planRevision(),
                facts.pitchRevision(),
                facts.staff(),
                facts.heard(),
                facts.openBlockers(),
                List.of(waivers),
                facts.owner(),
                facts.requester(),
                facts.at());
    }

    /** The same facts, of a launch that another one owns. */
    static MarketFacts ownedBy(String owner, MarketFacts facts) {
        return new MarketFacts(
                facts.market(),
                facts.planRevision(),
                facts.pitchRevision(),
                facts.staff(),
                facts.heard(),
                facts.openBlockers(),
                facts.waivers(),
                owner,
                facts.requester(),
                facts.at());
    }

    /** The same facts, judged for a decision that somebody asked for. */
    static MarketFacts askedFor(String requester, MarketFacts facts) {
        return new MarketFacts(
                facts.market(),
                facts.planRevision(),
                facts.pitchRevision(),
                facts.staff(),
                facts.heard(),
                facts.openBlockers(),
                facts.waivers(),
                facts.owner(),
                Optional.of(requester),
                facts.at());
    }

    /** The same facts, of another plan of the market. */
    static MarketFacts planned(Market market, long planRevision, long pitchRevision, MarketFacts facts) {
        return new MarketFacts(
                market,
                planRevision,
                pitchRevision,
                facts.staff(),
                facts.heard(),
                facts.openBlockers(),
                facts.waivers(),
                facts.owner(),
                facts.requester(),
                facts.at());
    }

    /** Lee's waiver of all that a condition asks by these facts, for a day. */
    static Waiver waiverOf(String condition, MarketFacts facts) {
        Demand demand = Gate.asked(facts).stream()
                .filter(asked -> asked.condition().id().equals(condition))
                .map(Asked::demand)
                .findFirst()
                .orElseThrow();
        return WaiverFixture.waiver(condition, demand);
    }

    static SalesSnapshot snapshot(long planRevision, Commitment... commitments) {
        return new SalesSnapshot(
                new MarketKey(new UUID(0, 1), "Central"), 7, planRevision, null, List.of(commitments), null);
    }

    static Commitment commitment(String team, Status status, String fte, Absence... absences) {
        return commitment(team, status, fte, LaunchFixture.spring(), absences);
    }

    static Commitment commitment(String team, Status status, String fte, DateWindow window, Absence... absences) {
        return new Commitment(
                "ae",
                team,
                status,
                Fte.of(fte),
                window,
                List.of(absences),
                "sam",
                LaunchFixture.MONDAY,
                null,
                LaunchFixture.spring(),
                null);
    }
}
