package dev.greenlight.launchservice.fieldreport;

/**
 * How many field reports of a launch are known, here or to sales.
 *
 * @param filed all that ever came
 * @param ended those of them that were withdrawn or superseded
 */
public record ReportCounts(long filed, long ended) {
    /** Of a launch that nobody has reported on. */
    public static final ReportCounts NONE = new ReportCounts(0, 0);
}
