package dev.greenlight.launchservice.launch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that has fallen.
 *
 * @param go whether all its markets went live
 * @param cause what is missing, where it is not GO
 * @param planRevision the plan that it was made on
 */
public record DecisionMade(
        UUID id,
        boolean go,
        String requestedBy,
        Instant requestedAt,
        Instant decidedAt,
        List<String> regions,
        @Nullable String cause,
        long planRevision) {
    /** Takes a copy. */
    public DecisionMade {
        regions = List.copyOf(regions);
    }
}
