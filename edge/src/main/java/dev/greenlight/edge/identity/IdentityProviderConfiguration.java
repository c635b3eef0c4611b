package dev.greenlight.edge.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.greenlight.edge.EdgeProperties;
import dev.greenlight.edge.access.SecurityHeaders;
import dev.greenlight.edge.access.SignInClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The embedded identity provider: people in a file, a sign-in form, tokens. To the rest of the front door it is an issuer
 * like any other; they share the browser's session, but each keeps its own part of it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("identity-provider")
class IdentityProviderConfiguration {
    static final String SCOPE = "api";

    @Bean
    People people(
            IdentityProperties properties, SignInClient frontDoor, PasswordEncoder encoder, ServerProperties server) {
        LoopbackOnly.check(server.getAddress());
        List<Person> people = properties.people().stream()
                .map(IdentityProperties.Entry::person)
                .toList();
        return new People(people, frontDoor.id(), encoder);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService signIns(People people) {
        return id -> people.find(id)
                .map(person -> User.withUsername(person.id())
                        .password(people.hashedSecret(person))
                        .authorities(person.roles().toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("Nobody is called " + id));
    }

    @Bean
    RegisteredClientRepository clients(
            People people, SignInClient frontDoor, IdentityProperties properties, PasswordEncoder encoder) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(browserClient(frontDoor, properties, encoder));
        people.all().forEach(person -> clients.add(scriptClient(person, people, properties)));
        return new Clients(clients);
    }

    private static RegisteredClient browserClient(
            SignInClient frontDoor, IdentityProperties properties, PasswordEncoder encoder) {
        return RegisteredClient.withId(frontDoor.id())
                .clientId(frontDoor.id())
                .clientName("Greenlight")
                .clientSecret(encoder.encode(frontDoor.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(frontDoor.redirectUri())
                .scopes(scopes -> scopes.addAll(frontDoor.scopes()))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.browserTokenLifetime())
                        .refreshTokenTimeToLive(properties.refreshTokenLifetime())
                        .build())
                .build();
    }

    private static RegisteredClient scriptClient(Person person, People people, IdentityProperties properties) {
        return RegisteredClient.withId(person.id())
                .clientId(person.id())
                .clientName(person.name())
                .clientSecret(people.hashedSecret(person))
                .clientAuthenticationMethods(methods -> methods.addAll(Set.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST)))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(SCOPE)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.scriptTokenLifetime())
                        .build())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(properties.keyFile())));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    TokenClaims tokenClaims(People people) {
        return new TokenClaims(people);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new Authorizations(Clock.systemUTC());
    }

    @Bean
    AuthorizationServerSettings issuerSettings(EdgeProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    /** The protocol's endpoints: token, authorize, keys, metadata. */
    @Bean
    @Order(1)
    SecurityFilterChain issuerProtocol(HttpSecurity http) {
        MediaTypeRequestMatcher page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .oauth2ResourceServer(userInfo -> userInfo.jwt(Customizer.withDefaults()))
                .securityContext(context -> context.securityContextRepository(ownPartOfSession()))
                .requestCache(cache -> cache.requestCache(ownRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::strict)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), page))
                .build();
    }

    /** The sign-in form. */
    @Bean
    @Order(2)
    SecurityFilterChain signInPage(HttpSecurity http) {
        return http.securityMatcher("/login")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(ownPartOfSession()))
                .requestCache(cache -> cache.requestCache(ownRequestCache()))
                .headers(SecurityHeaders::strict)
                .exceptionHandling(refused -> refused.accessDeniedHandler(
                        // The form's session has ended: begin again.
                        (request, response, why) -> response.sendRedirect("/")))
                .build();
    }

    private static SecurityContextRepository ownPartOfSession() {
        HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("IDENTITY_PROVIDER_SIGNED_IN");
        return repository;
    }

    private static RequestCache ownRequestCache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("IDENTITY_PROVIDER_REQUEST");
        return cache;
    }
}
