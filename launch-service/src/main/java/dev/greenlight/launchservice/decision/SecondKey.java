package dev.greenlight.launchservice.decision;

import dev.greenlight.launchservice.fieldreport.ReportCounts;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.staff.SalesSnapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether sales has turned its key for a decision, and everything that the key speaks of has arrived here: then the facts are
 * at least as new as the key, and sales holds them still until the decision is known.
 */
final class SecondKey {
    private SecondKey() {}

    /**
     * Whether the decision may fall. Reports are counted over the whole launch, markets that it no longer has and such that the
     * decision does not concern among them: one from there may make a blocker of a gap that is named here.
     *
     * @param staff sales' snapshots of the decision's markets
     * @param reports how many reports of the launch are known here
     */
    static boolean isTurned(
            Launch launch, PendingDecision decision, Map<MarketKey, SalesSnapshot> staff, ReportCounts reports) {
        return markets(launch, decision).stream()
                .allMatch(market -> isTurned(launch, decision, staff.get(market), reports));
    }

    /** The markets that a decision is about. */
    static List<MarketKey> markets(Launch launch, PendingDecision decision) {
        return decision.regions().stream()
                .map(region -> new MarketKey(launch.id(), region))
                .toList();
    }

    private static boolean isTurned(
            Launch launch, PendingDecision decision, @Nullable SalesSnapshot staff, ReportCounts reports) {
        return staff != null
                && decision.id().equals(staff.decisionId())
                && staff.planRevision() == launch.planRevision()
                && reports.equals(staff.launchReports());
    }
}
