package dev.greenlight.edge.access;

import dev.greenlight.edge.EdgeProperties;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/** The front door as a client of the issuer, whichever that is. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    ClientRegistrationRepository issuer(EdgeProperties properties, SignInClient client) {
        EdgeProperties.SignIn at = properties.signIn();
        ClientRegistration.Builder registration = ClientRegistration.withRegistrationId(SignInClient.REGISTRATION)
                .clientName("Greenlight")
                .clientId(client.id())
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(client.redirectUri())
                .scope(client.scopes())
                .issuerUri(properties.issuer())
                .authorizationUri(at.authorizationUrl().toString())
                .tokenUri(at.tokenUrl().toString())
                .jwkSetUri(at.jwksUrl().toString())
                .userNameAttributeName(IdTokenClaimNames.SUB);
        if (at.logoutUrl() != null && !at.logoutUrl().toString().isEmpty()) {
            registration.providerConfigurationMetadata(
                    Map.of("end_session_endpoint", at.logoutUrl().toString()));
        }
        return new InMemoryClientRegistrationRepository(registration.build());
    }

    /** Tokens live and die with the session that they belong to. */
    @Bean
    OAuth2AuthorizedClientRepository tokensOfSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager tokenRenewal(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository tokens) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        return manager;
    }
}
