package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.Mention;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Open business behind a gap, in one currency: the union of the distinct open opportunities, never a sum over reports.
 *
 * @param amount in minor units
 * @param opportunities how many
 * @param estimated whether any of it is estimated
 */
public record RevenueAtRisk(long amount, String currency, int opportunities, boolean estimated) {
    private static final Comparator<Mention> NEWEST_LAST =
            Comparator.comparing(Mention::asOf).thenComparing(Mention::reportId);

    /** What the standing ones of the reports put at risk, by currency; an opportunity is as its newest report tells it. */
    static List<RevenueAtRisk> of(List<Mention> mentions) {
        Map<String, Opportunity> distinct = new HashMap<>();
        mentions.stream()
                .filter(Mention::isStanding)
                .sorted(NEWEST_LAST)
                .forEach(mention -> mention.opportunities().forEach(it -> distinct.put(it.id(), it)));
        Map<String, RevenueAtRisk> byCurrency = new TreeMap<>();
        distinct.values().stream()
                .filter(Opportunity::open)
                .map(it -> new RevenueAtRisk(it.amount(), it.currency(), 1, it.estimated()))
                .forEach(one -> byCurrency.merge(one.currency(), one, RevenueAtRisk::plus));
        return List.copyOf(byCurrency.values());
    }

    private RevenueAtRisk plus(RevenueAtRisk other) {
        return new RevenueAtRisk(
                Math.addExact(amount, other.amount),
                currency,
                opportunities + other.opportunities,
                estimated || other.estimated);
    }
}
