package dev.greenlight.sales.launch;

/**
 * How many field reports of a market came to be known, and how many of those known ended.
 *
 * @param filed reports that were published
 * @param ended reports that were withdrawn or superseded
 */
public record ReportCounts(long filed, long ended) {
    /** No report at all. */
    public static final ReportCounts NONE = new ReportCounts(0, 0);

    /** Both together. */
    public ReportCounts plus(ReportCounts other) {
        return new ReportCounts(filed + other.filed, ended + other.ended);
    }
}
