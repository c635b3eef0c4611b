package dev.greenlight.sales.fieldreport;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a gap, in the words of product's decision. */
record GapOutcome(
        UUID id,
        UUID launchId,
        String featureKey,
        String status,
        @Nullable String reason,
        @Nullable LocalDate targetDate,
        @Nullable UUID mergedInto) {}
