package dev.greenlight.sales.fieldreport;

import org.jspecify.annotations.Nullable;

/**
 * How a report ends.
 *
 * @param status superseded or withdrawn
 * @param reason why it was withdrawn
 */
public record Ending(ReportStatus status, @Nullable String reason) {
    /** A correction takes its place. */
    static final Ending SUPERSEDED = new Ending(ReportStatus.SUPERSEDED, null);
}
