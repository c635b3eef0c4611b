package dev.greenlight.sales.team;

/** Which team: its id is unique in its region only. */
public record TeamKey(String region, String team) {}
