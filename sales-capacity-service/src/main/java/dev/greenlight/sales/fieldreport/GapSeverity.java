package dev.greenlight.sales.fieldreport;

/** How badly a feature is missed. */
public enum GapSeverity {
    /** It would be nice to have. */
    MINOR,
    /** It costs deals. */
    MAJOR,
    /** Without it nobody buys. */
    BLOCKER
}
