package dev.greenlight.kit.access;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may call what.
 *
 * @param pattern path pattern as Spring MVC writes it
 * @param roles one of them is needed; empty: any signed-in user
 */
public record AccessRule(HttpMethod method, String pattern, Set<Role> roles) {
    /** Takes a copy of the roles. */
    public AccessRule {
        roles = Set.copyOf(roles);
    }

    /** Any signed-in user. */
    public static AccessRule anyone(HttpMethod method, String pattern) {
        return new AccessRule(method, pattern, Set.of());
    }

    /** Only who has one of the roles. */
    public static AccessRule only(HttpMethod method, String pattern, Role... roles) {
        return new AccessRule(method, pattern, Set.of(roles));
    }
}
