package dev.greenlight.kit.access;

import java.util.Set;

/**
 * Who is calling, from the access token; a controller takes it as a parameter.
 *
 * @param id user id, the token's subject
 * @param name how to call the person; the id where the token has no name
 * @param regions where the person may act
 */
public record Caller(String id, String name, Set<Role> roles, Set<String> regions) {
    /** Takes copies. */
    public Caller {
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
    }

    /** Whether the caller has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the region is one of the caller's. */
    public boolean mayActIn(String region) {
        return regions.contains(region);
    }
}
