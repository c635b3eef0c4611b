package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.fieldreport.Heard;
import dev.greenlight.launchservice.launch.Quota;
import dev.greenlight.launchservice.launch.Wording;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.waiver.Demand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code feedback}: for each quota, enough distinct accounts of the segment were heard, by at least two distinct reporters where
 * two or more accounts are wanted. Silence does not count, and neither does what was heard of an earlier price or positioning.
 */
final class FeedbackPolicy implements GatePolicy {

    @Override
    public List<Asked> judge(MarketFacts facts) {
        return facts.market().quotas().stream()
                .map(quota -> new Asked(demand(quota, facts), judge(quota, facts)))
                .toList();
    }

    private static Demand demand(Quota quota, MarketFacts facts) {
        return new Demand.Voices(quota.segment(), quota.minReports(), facts.pitchRevision());
    }

    private static Condition judge(Quota quota, MarketFacts facts) {
        String segment = Wording.sameness(quota.segment());
        List<Heard> ofSegment = facts.heard().stream()
                .filter(heard -> Wording.sameness(heard.segment()).equals(segment))
                .toList();
        List<Heard> current = ofSegment.stream()
                .filter(heard -> heard.planRevision() >= facts.pitchRevision())
                .toList();
        int accounts = accounts(current);
        int reporters = (int) current.stream().map(Heard::reporter).distinct().count();
        int onlyOutdated = accounts(ofSegment) - accounts;
        Map<String, Object> evidence =
                new TreeMap<>(Map.of("required", quota.minReports(), "accounts", accounts, "reporters", reporters));
        if (onlyOutdated > 0) {
            evidence.put("outdatedAccounts", onlyOutdated);
        }
        String id = Kind.FEEDBACK.word() + ":" + quota.segment();
        if (accounts >= quota.minReports() && reporters >= quota.minReporters()) {
            return Condition.pass(id, Kind.FEEDBACK, evidence);
        }
        return new Condition(
                id,
                Kind.FEEDBACK,
                Status.FAIL,
                sentence(quota, accounts, onlyOutdated),
                "field:" + facts.market().region(),
                evidence);
    }

    private static String sentence(Quota quota, int accounts, int onlyOutdated) {
        if (accounts >= quota.minReports()) {
            return accounts + " accounts heard in " + quota.segment()
                    + ", but from one reporter only; a second one is needed";
        }
        return accounts + " of " + quota.minReports() + (quota.minReports() == 1 ? " account" : " accounts")
                + " heard in " + quota.segment()
                + (onlyOutdated == 0 ? "" : "; " + onlyOutdated + " more before price or positioning changed");
    }

    private static int accounts(List<Heard> heard) {
        return (int) heard.stream()
                .map(it -> Wording.sameness(it.account()))
                .distinct()
                .count();
    }
}
