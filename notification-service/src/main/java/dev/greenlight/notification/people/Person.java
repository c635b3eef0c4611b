package dev.greenlight.notification.people;

import dev.greenlight.kit.access.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told.
 *
 * @param id user id, as in tokens and events
 * @param name how to call them
 * @param email null when nobody said one
 * @param regions where they act
 * @param zone where their days begin; null when nobody said one
 * @param delegate user id of who stands in for them
 * @param knownSince what happened before is no news for them
 */
public record Person(
        String id,
        String name,
        @Nullable String email,
        Set<Role> roles,
        Set<String> regions,
        @Nullable ZoneId zone,
        @Nullable String delegate,
        Instant knownSince) {
    /** Takes copies. */
    public Person {
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
    }
}
