package dev.greenlight.sales.launch;

import java.util.UUID;

/**
 * One market with what sales keeps about it.
 *
 * @param plan what is asked of it, or was when it was last part of the plan
 * @param inPlan whether it is part of the plan now
 * @param revision how many snapshots sales has published of it
 * @param reportsFiled how many of its field reports were ever published
 * @param reportsEnded how many of them were withdrawn or superseded
 * @param open whether staff is still asked for here
 */
public record Market(
        UUID launchId,
        MarketPlan plan,
        boolean inPlan,
        long revision,
        long reportsFiled,
        long reportsEnded,
        boolean open) {

    /** A market that is new to sales. */
    public static Market unheardOf(UUID launchId, MarketPlan plan) {
        return new Market(launchId, plan, true, 0, 0, 0, false);
    }

    /** Which market this is. */
    public MarketKey key() {
        return new MarketKey(launchId, plan.region());
    }

    /** The same market after marketing has changed what it asks for. */
    public Market asked(MarketPlan newPlan) {
        return new Market(launchId, newPlan, true, revision, reportsFiled, reportsEnded, open);
    }

    /** The same market after it was dropped from the plan. */
    public Market dropped() {
        return new Market(launchId, plan, false, revision, reportsFiled, reportsEnded, open);
    }

    /** The same market after so many more reports were published, and so many have ended. */
    public Market heard(ReportCounts more) {
        return new Market(
                launchId, plan, inPlan, revision, reportsFiled + more.filed(), reportsEnded + more.ended(), open);
    }

    /** The same market with its next snapshot. */
    public Market answered(boolean stillOpen) {
        return new Market(launchId, plan, inPlan, revision + 1, reportsFiled, reportsEnded, stillOpen);
    }
}
