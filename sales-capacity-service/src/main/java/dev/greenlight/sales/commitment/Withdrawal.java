package dev.greenlight.sales.commitment;

import java.time.Instant;

/** That a promise is taken back, by whom, when and why. */
public record Withdrawal(String reason, String by, Instant at) {}
