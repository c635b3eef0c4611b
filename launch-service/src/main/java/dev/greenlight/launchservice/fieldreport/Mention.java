package dev.greenlight.launchservice.fieldreport;

import dev.greenlight.launchservice.fieldreport.FieldReport.Opportunity;
import dev.greenlight.launchservice.fieldreport.FieldReport.Severity;
import java.time.Instant;
import java.util.List;
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

    /** Whether the report counts. */
    public boolean isStanding() {
        return status == FieldReport.Status.STANDING;
    }
}
