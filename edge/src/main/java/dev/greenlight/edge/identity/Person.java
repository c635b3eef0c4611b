package dev.greenlight.edge.identity;

import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody whom the embedded identity provider knows.
 *
 * @param id user id, the {@code sub} of tokens
 * @param name in full
 * @param roles as they stand in tokens, for example {@code sales-manager}
 * @param regions where the person may act
 * @param secret plain, or a hash with its kind such as {@code {bcrypt}…}
 */
record Person(
        String id, String name, String email, Set<String> roles, Set<String> regions, ZoneId zone, String secret) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    Person {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A person's id is a short word in small letters such as maya, not " + id);
        }
        if (name.isBlank() || secret.isBlank() || roles.isEmpty()) {
            throw new IllegalArgumentException(id + " lacks a name, a role or a secret");
        }
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
    }
}
