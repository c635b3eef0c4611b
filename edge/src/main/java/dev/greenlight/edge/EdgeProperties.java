package dev.greenlight.edge;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the front door must be told.
 *
 * @param origin scheme, host and port under which browsers reach it, without a path
 * @param issuer who issues the tokens, exactly as in their {@code iss}; the origin itself in the embedded default
 * @param signIn how browsers are signed in at the issuer
 * @param services where the services are
 */
@ConfigurationProperties("greenlight.edge")
public record EdgeProperties(URI origin, String issuer, SignIn signIn, Services services) {

    /** Refuses an origin that is more or less than one. */
    public EdgeProperties {
        if (origin.getHost() == null
                || (origin.getPath() != null && !origin.getPath().isEmpty())) {
            throw new IllegalArgumentException(
                    "greenlight.edge.origin is scheme, host and port such as http://localhost:8080, not " + origin);
        }
    }

    /**
     * The front door as a client of the issuer. Its endpoints are named one by one, so that starting needs no call to the
     * issuer, which may be this very process.
     *
     * @param clientSecret blank: made up at each start, for the identity provider in the same process
     * @param logoutUrl where the issuer ends its own session; null when it is not to be told
     * @param scopes separated by blanks
     */
    public record SignIn(
            String clientId,
            @DefaultValue("") String clientSecret,
            URI authorizationUrl,
            URI tokenUrl,
            URI jwksUrl,
            @Nullable URI logoutUrl,
            String scopes) {}

    /** Base addresses of the services. */
    public record Services(URI launch, URI sales, URI notification) {}
}
