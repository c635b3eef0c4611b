package dev.greenlight.kit.access;

import dev.greenlight.kit.problem.Problems;
import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** A stateless resource server that denies first: only what the service's {@link AccessRules} name can be called. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {
    private static final String AUDIENCE = "greenlight";

    /** Issuer, audience, expiry, subject and algorithm are checked; the keys are fetched when the first token comes. */
    @Bean
    JwtDecoder jwtDecoder(
            @Value("${greenlight.issuer}") String issuer, @Value("${greenlight.jwks-url}") String jwksUrl) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(jwksUrl)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        OAuth2TokenValidator<Jwt> audience =
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, aud -> aud != null && aud.contains(AUDIENCE));
        OAuth2TokenValidator<Jwt> subject =
                new JwtClaimValidator<String>(JwtClaimNames.SUB, sub -> sub != null && !sub.isBlank());
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), audience, subject));
        return decoder;
    }

    @Bean
    SecurityFilterChain accessFilterChain(HttpSecurity http, AccessRules rules, JsonMapper json) throws Exception {
        ProblemWriter problems = new ProblemWriter(json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*", "/v3/api-docs")
                            .permitAll();
                    for (AccessRule rule : rules.rules()) {
                        if (rule.roles().isEmpty()) {
                            requests.requestMatchers(rule.method(), rule.pattern())
                                    .authenticated();
                        } else {
                            requests.requestMatchers(rule.method(), rule.pattern())
                                    .hasAnyAuthority(rule.roles().stream()
                                            .map(AccessConfiguration::authority)
                                            .toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(AccessConfiguration::authentication))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(
                                    response,
                                    Problems.of(
                                            HttpStatus.UNAUTHORIZED,
                                            "token-required",
                                            "Send a valid access token as \"Authorization: Bearer …\""));
                        })
                        .accessDeniedHandler((request, response, failure) -> problems.write(
                                response,
                                Problems.of(Rejection.forbidden(
                                        "role-required", "Your roles do not allow this; ask who gives them out")))))
                .build();
    }

    private static AbstractAuthenticationToken authentication(Jwt token) {
        return new JwtAuthenticationToken(
                token,
                Callers.roles(token).stream()
                        .map(AccessConfiguration::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }

    private static String authority(Role role) {
        return "ROLE_" + role.claim();
    }

    private record ProblemWriter(JsonMapper json) {
        void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        }
    }
}
