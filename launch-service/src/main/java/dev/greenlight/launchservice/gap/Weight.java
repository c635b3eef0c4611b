package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import dev.greenlight.launchservice.fieldreport.Mention;
import dev.greenlight.launchservice.launch.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How heavy a gap is: what its reports make of it, and nothing else, so that the same reports give the same weight in whatever
 * order they came and whatever they were counted in before.
 *
 * @param severity the highest of the standing reports; the lowest when none stands
 * @param regions the markets whose standing reports name it; it stands in nobody else's way
 * @param reporters user ids of all who ever named it
 * @param breadth distinct accounts of standing reports
 */
public record Weight(
        Severity severity,
        List<String> regions,
        List<String> reporters,
        int breadth,
        List<RevenueAtRisk> revenueAtRisk) {
    /** Of a gap that nobody names. */
    static final Weight NONE = new Weight(Severity.MINOR, List.of(), List.of(), 0, List.of());

    /** Takes copies. */
    public Weight {
        regions = List.copyOf(regions);
        reporters = List.copyOf(reporters);
        revenueAtRisk = List.copyOf(revenueAtRisk);
    }

    /**
     * Weighs reports.
     *
     * @param mentions every report that names the gap; one that names it in several words may be among them as often
     */
    static Weight of(Collection<Mention> mentions) {
        List<Mention> standing = mentions.stream().filter(Mention::isStanding).toList();
        return new Weight(
                standing.stream()
                        .map(Mention::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.MINOR),
                standing.stream().map(Mention::region).distinct().sorted().toList(),
                mentions.stream().map(Mention::reporter).distinct().sorted().toList(),
                (int) standing.stream()
                        .map(mention -> Wording.sameness(mention.account()))
                        .distinct()
                        .count(),
                RevenueAtRisk.of(standing));
    }
}
