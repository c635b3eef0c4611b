package dev.greenlight.launchservice.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A launch's status, why and since when.
 *
 * @param reason of a hold or a cancellation
 */
public record Standing(LaunchStatus status, @Nullable String reason, Instant since) {}
