package dev.greenlight.launchservice.history;

/** An entry with the number that it was given; numbers grow, so that entries of one instant have an order. */
public record NumberedEntry(long number, HistoryEntry entry) {}
