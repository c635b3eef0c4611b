package dev.greenlight.kit.access;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller from an access token. */
public final class Callers {
    private static final String ROLES = "roles";
    private static final String REGIONS = "regions";
    private static final String NAME = "name";

    private Callers() {}

    /**
     * The caller of a request that was let in.
     *
     * @throws IllegalStateException when nobody is signed in, which the access rules prevent
     */
    public static Caller of(@Nullable Principal principal) {
        if (principal instanceof JwtAuthenticationToken token) {
            return of(token.getToken());
        }
        throw new IllegalStateException("Nobody is signed in");
    }

    static Caller of(Jwt token) {
        String id = Objects.requireNonNull(token.getSubject(), "The token has no subject");
        String name = Optional.ofNullable(token.getClaimAsString(NAME)).orElse(id);
        return new Caller(id, name, roles(token), new HashSet<>(claim(token, REGIONS)));
    }

    static Set<Role> roles(Jwt token) {
        return claim(token, ROLES).stream()
                .map(Role::ofClaim)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static List<String> claim(Jwt token, String name) {
        List<String> values = token.getClaimAsStringList(name);
        return values == null ? List.of() : values;
    }
}
