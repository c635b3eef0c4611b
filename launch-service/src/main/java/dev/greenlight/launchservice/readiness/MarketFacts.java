package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * All that the gate judges a market on.
 *
 * @param planRevision of the launch
 * @param pitchRevision reports made for an earlier plan than this one are outdated
 * @param staff what sales says; empty when it has not spoken yet
 * @param heard accounts and reporters of the reports that stand, outdated ones too
 * @param openBlockers features of undecided blockers that standing reports of this market name
 */
public record MarketFacts(
        Market market,
        long planRevision,
        long pitchRevision,
        Optional<SalesSnapshot> staff,
        List<Heard> heard,
        List<String> openBlockers) {
    /** Takes copies. */
    public MarketFacts {
        heard = List.copyOf(heard);
        openBlockers = List.copyOf(openBlockers);
    }
}
