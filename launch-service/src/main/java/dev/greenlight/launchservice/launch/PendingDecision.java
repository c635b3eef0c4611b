package dev.greenlight.launchservice.launch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to go live that waits for sales' second key.
 *
 * @param deadline when it is given up
 * @param regions all of them go, or none
 */
public record PendingDecision(
        UUID id, String requestedBy, Instant requestedAt, Instant deadline, List<String> regions) {
    /** Takes a copy. */
    public PendingDecision {
        regions = List.copyOf(regions);
    }

    /** The decision that it has become. */
    public DecisionMade made(boolean go, @Nullable String cause, Instant at, long planRevision) {
        return new DecisionMade(id, go, requestedBy, requestedAt, at, regions, cause, planRevision);
    }
}
