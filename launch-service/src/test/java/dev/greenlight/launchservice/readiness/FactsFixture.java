package dev.greenlight.launchservice.readiness;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.LaunchFixture;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.staff.Commitment;
import dev.greenlight.launchservice.staff.Commitment.Absence;
import dev.greenlight.launchservice.staff.Commitment.Status;
import dev.greenlight.launchservice.staff.SalesSnapshot;
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
        return new MarketFacts(LaunchFixture.market("Central"), PLAN_REVISION, PITCH_REVISION, staff, heard, blockers);
    }

    static SalesSnapshot snapshot(long planRevision, Commitment... commitments) {
        return new SalesSnapshot(
                new MarketKey(new UUID(0, 1), "Central"), 7, planRevision, null, List.of(commitments), 0, 0);
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
