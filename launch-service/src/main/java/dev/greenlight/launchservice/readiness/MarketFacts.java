package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.gap.OpenBlocker;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import dev.greenlight.launchservice.waiver.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the gate judges a market on.
 *
 * @param planRevision of the launch
 * @param pitchRevision reports made for an earlier plan than this one are outdated
 * @param staff what sales says; empty when it has not spoken yet
 * @param heard accounts and reporters of the reports that stand, outdated ones too
 * @param openBlockers undecided blockers that standing reports of this market name
 * @param waivers of this market that have not ended; some may have expired at the instant
 * @param owner user id of the launch's owner
 * @param requester user id of who asks for the decision that is being made; empty when none is
 * @param at the instant of the judgement
 */
public record MarketFacts(
        Market market,
        long planRevision,
        long pitchRevision,
        Optional<SalesSnapshot> staff,
        List<Heard> heard,
        List<OpenBlocker> openBlockers,
        List<Waiver> waivers,
        String owner,
        Optional<String> requester,
        Instant at) {
    /** Takes copies. */
    public MarketFacts {
        heard = List.copyOf(heard);
        openBlockers = List.copyOf(openBlockers);
        waivers = List.copyOf(waivers);
    }
}
