package dev.greenlight.sales.fieldreport;

/** What an account says of the product. */
public enum ReportVerdict {
    /** Nothing is missing. */
    NO_GAP,
    /** Something is missing. */
    GAP,
    /** It can't be sold to them as it is. */
    NOT_SELLABLE
}
