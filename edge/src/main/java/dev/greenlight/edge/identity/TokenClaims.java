package dev.greenlight.edge.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into tokens who the person is: what the services, and the front door itself, go by. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String AUDIENCE = "greenlight";

    private final People people;

    TokenClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication holder = context.getPrincipal();
        if (holder != null) {
            people.find(holder.getName()).ifPresent(person -> describe(person, context));
        }
    }

    private static void describe(Person person, JwtEncodingContext context) {
        boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
        boolean id = OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        if (!access && !id) {
            return;
        }
        context.getClaims()
                .claim("name", person.name())
                .claim("roles", List.copyOf(new TreeSet<>(person.roles())))
                .claim("regions", List.copyOf(new TreeSet<>(person.regions())))
                .claim("email", person.email())
                .claim("zoneinfo", person.zone().getId());
        if (access) {
            context.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim("scope", String.join(" ", new TreeSet<>(scopes(context))));
        }
    }

    /** A script that names no scope means the only one there is. */
    private static Set<String> scopes(JwtEncodingContext context) {
        boolean script = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        return script ? Set.of(IdentityProviderConfiguration.SCOPE) : context.getAuthorizedScopes();
    }
}
