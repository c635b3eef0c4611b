package dev.greenlight.launchservice.fieldreport;

import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field report that names a feature, seen from the feature.
 *
 * @param severity how much the feature hurts in this report
 * @param asOf since when the report, its opportunities among it, is as it is
 */
public record Mention(
        UUID reportId,
        String region,
        String segment,
        String account,
        String reporter,
        Instant reportedAt,
        FieldReport.Verdict verdict,
        Severity severity,
        FieldReport.Status status,
        @Nullable String text,
        Instant asOf,
        List<Opportunity> opportunities) {
    /** Takes a copy. */
    public Mention {
        opportunities = List.copyOf(opportunities);
    }

    /** The mentions in the order in which their reports were filed; of a report that is there several times, the gravest. */
    public static List<Mention> eachReportOnce(Collection<Mention> mentions) {
        Map<UUID, Mention> gravest = new HashMap<>();
        mentions.forEach(mention -> gravest.merge(
                mention.reportId(),
                mention,
                (one, other) -> one.severity().compareTo(other.severity()) < 0 ? other : one));
        return gravest.values().stream()
                .sorted(Comparator.comparing(Mention::reportedAt).thenComparing(Mention::reportId))
                .toList();
    }

    /** Whether the report counts. */
    public boolean isStanding() {
        return status == FieldReport.Status.STANDING;
    }
}
