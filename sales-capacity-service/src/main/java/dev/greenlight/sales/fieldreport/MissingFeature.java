package dev.greenlight.sales.fieldreport;

/** A feature that a customer misses, as one report names it. */
public record MissingFeature(String feature, GapSeverity severity) {}
