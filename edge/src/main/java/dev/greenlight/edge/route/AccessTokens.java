package dev.greenlight.edge.route;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;

/** The access tokens of who is signed in with a browser, renewed when they are about to expire. */
@Component
public class AccessTokens {
    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    private final OAuth2AuthorizedClientManager clients;

    AccessTokens(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /** The token of the current request's session; empty when there is none and it can't be renewed: sign in again. */
    public Optional<String> of(Authentication signedIn) {
        if (!(signedIn instanceof OAuth2AuthenticationToken browser)) {
            return Optional.empty();
        }
        try {
            OAuth2AuthorizedClient client = clients.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(browser.getAuthorizedClientRegistrationId())
                            .principal(browser)
                            .build());
            return Optional.ofNullable(client)
                    .map(authorized -> authorized.getAccessToken().getTokenValue());
        } catch (OAuth2AuthorizationException e) {
            log.info(
                    "The issuer does not renew the token of {}: {}",
                    browser.getName(),
                    e.getError().getErrorCode());
            return Optional.empty();
        }
    }
}
