package dev.greenlight.sales.launch;

/** How many distinct accounts of a segment marketing wants to have heard. */
public record SegmentQuota(String segment, int minReports) {}
