package dev.greenlight.edge.access;

import dev.greenlight.edge.EdgeProperties;
import dev.greenlight.edge.problem.ProblemWriter;
import dev.greenlight.edge.route.BearerToken;
import jakarta.servlet.DispatcherType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two ways through the door: with a token of one's own, or with a browser's session. What neither names is shut. The embedded
 * identity provider, where it is on, has chains of its own that come before these.
 */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {
    /**
     * Scripts: no session, so nothing that a foreign page could ride on; the service judges the token. A call with neither
     * token nor session ends here too, and leaves no session behind.
     */
    @Bean
    @Order(10)
    SecurityFilterChain scripts(HttpSecurity http, Answers answers) {
        RequestMatcher calls = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        RequestMatcher ownToken = BearerToken::isIn;
        RequestMatcher stranger = request -> calls.matches(request) && request.getRequestedSessionId() == null;
        return http.securityMatcher(new OrRequestMatcher(ownToken, stranger))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(new AndRequestMatcher(calls, ownToken))
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/v3/api-docs/**", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::strict)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .build();
    }

    /** Browsers: signed in at the issuer, with a session here. */
    @Bean
    @Order(20)
    SecurityFilterChain browsers(
            HttpSecurity http, Answers answers, ClientRegistrationRepository registrations, EdgeProperties properties) {
        OidcClientInitiatedLogoutSuccessHandler signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signedOut.setDefaultTargetUrl("/signed-out");
        signedOut.setPostLogoutRedirectUri(properties.origin() + "/signed-out");
        return http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/assets/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/signed-out", "/sign-in-failed")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + SignInClient.REGISTRATION)
                        .failureUrl("/sign-in-failed")
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfIdToken())))
                .logout(logout -> logout.logoutSuccessHandler(signedOut).deleteCookies("GREENLIGHT_SESSION"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .headers(SecurityHeaders::strict)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .build();
    }

    @Bean
    Answers answers(ProblemWriter problems, EdgeProperties properties) {
        return new Answers(problems, properties.origin());
    }

    /** After signing in one comes back to the page that one wanted, never to a call of a script. */
    private static HttpSessionRequestCache pagesOnly() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        RequestMatcher reading = request -> "GET".equals(request.getMethod());
        RequestMatcher page = request ->
                !PathPatternRequestMatcher.withDefaults().matcher("/api/**").matches(request);
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(reading, page, html));
        return cache;
    }

    /** The ID token's roles, so that health shows its details to administrators. */
    private static GrantedAuthoritiesMapper rolesOfIdToken() {
        return authorities -> {
            Set<GrantedAuthority> mapped = new LinkedHashSet<>(authorities);
            for (GrantedAuthority authority : authorities) {
                if (authority instanceof OidcUserAuthority user) {
                    List<String> roles = user.getIdToken().getClaimAsStringList("roles");
                    if (roles != null) {
                        roles.forEach(role -> mapped.add(new SimpleGrantedAuthority("ROLE_" + role)));
                    }
                }
            }
            return mapped;
        };
    }
}
