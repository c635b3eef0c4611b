package dev.greenlight.launchservice.fieldreport;

/**
 * How many field reports of a market are known here.
 *
 * @param filed all that ever came
 * @param ended those of them that were withdrawn or superseded
 */
public record ReportCounts(long filed, long ended) {
    /** Of a market that nobody has reported from. */
    public static final ReportCounts NONE = new ReportCounts(0, 0);
}
