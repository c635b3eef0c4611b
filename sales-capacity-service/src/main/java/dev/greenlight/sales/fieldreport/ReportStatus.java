package dev.greenlight.sales.fieldreport;

/** Whether a report still counts. It ends once and for all. */
public enum ReportStatus {
    /** It counts. */
    STANDING,
    /** A correction has taken its place. */
    SUPERSEDED,
    /** Its reporter has taken it back. */
    WITHDRAWN
}
