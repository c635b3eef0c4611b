package dev.greenlight.sales.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a second look at what teams have promised, because what that rests on has changed. */
@FunctionalInterface
public interface TeamReviews {
    /** Asks for it in the caller's transaction; it is done soon after the commit. */
    void request(List<Request> requests);

    /**
     * A team to be looked at again.
     *
     * @param actor user id of who changed something
     * @param traceparent W3C trace context, where there is one
     */
    record Request(
            String region,
            String team,
            String actor,
            @Nullable String traceparent) {}
}
