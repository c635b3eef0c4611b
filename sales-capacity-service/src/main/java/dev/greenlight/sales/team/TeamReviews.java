package dev.greenlight.sales.team;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a second look at what teams have promised, because what that rests on has changed, or will. */
@FunctionalInterface
public interface TeamReviews {
    /** Asks for it in the caller's transaction; it is done soon after the commit, or when it is due. */
    void request(List<Request> requests);

    /**
     * A team to be looked at again.
     *
     * @param actor user id of who changed something
     * @param traceparent W3C trace context, where there is one
     * @param dueAt when to look; null for at once
     */
    record Request(
            String region,
            String team,
            String actor,
            @Nullable String traceparent,
            @Nullable Instant dueAt) {

        /** A team to be looked at again at once. */
        public Request(String region, String team, String actor, @Nullable String traceparent) {
            this(region, team, actor, traceparent, null);
        }
    }
}
