package dev.greenlight.sales.fieldreport;

import dev.greenlight.kit.problem.Faults;
import dev.greenlight.sales.opportunity.NameKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rep says that an account said, before it is a report.
 *
 * @param region null where the rep has only one
 * @param segment null where the account's sector is meant
 * @param opportunities ids of the CRM
 */
public record Hearing(
        @Nullable String region,
        @Nullable String segment,
        String account,
        List<String> opportunities,
        ReportVerdict verdict,
        @Nullable String text,
        List<MissingFeature> gaps) {
    /** Takes copies. */
    public Hearing {
        opportunities = List.copyOf(opportunities);
        gaps = List.copyOf(gaps);
    }

    /** Notes everything in which verdict, gaps and text contradict each other. */
    void check(Faults faults) {
        if (verdict == ReportVerdict.NO_GAP && !gaps.isEmpty()) {
            faults.add("/gaps", "With the verdict NO_GAP nothing is missing; take GAP or leave the gaps out");
        }
        if (verdict == ReportVerdict.GAP && gaps.isEmpty()) {
            faults.add("/gaps", "With the verdict GAP at least one missing feature is named");
        }
        if (verdict == ReportVerdict.NOT_SELLABLE && gaps.isEmpty() && text == null) {
            faults.add("/gaps", "With the verdict NOT_SELLABLE a missing feature or a text says why");
        }
        Set<String> features = new HashSet<>();
        for (int i = 0; i < gaps.size(); i++) {
            if (!features.add(NameKey.of(gaps.get(i).feature()))) {
                faults.add("/gaps/" + i + "/feature", "\"" + gaps.get(i).feature() + "\" is named twice");
            }
        }
        for (int i = 0; i < opportunities.size(); i++) {
            if (opportunities.indexOf(opportunities.get(i)) < i) {
                faults.add("/opportunities/" + i, "\"" + opportunities.get(i) + "\" is named twice");
            }
        }
    }
}
