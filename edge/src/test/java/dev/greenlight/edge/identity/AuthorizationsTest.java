package dev.greenlight.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class AuthorizationsTest {
    private static final RegisteredClient CLIENT = RegisteredClient.withId("edge")
            .clientId("edge")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build();

    private final MovableClock clock = new MovableClock();
    private final Authorizations authorizations = new Authorizations(clock);

    @Test
    void aSignInIsFoundByItsTokensUntilTheyEnd() {
        OAuth2Authorization signIn = signIn("a");
        authorizations.save(signIn);

        assertThat(authorizations.findById("a")).isEqualTo(signIn);
        assertThat(authorizations.findByToken("refresh-a", OAuth2TokenType.REFRESH_TOKEN))
                .isEqualTo(signIn);
        assertThat(authorizations.findByToken("code-a", new OAuth2TokenType("code")))
                .isEqualTo(signIn);
        assertThat(authorizations.findByToken("code-a", null)).isEqualTo(signIn);
        assertThat(authorizations.findByToken("refresh-a", new OAuth2TokenType("code")))
                .isNull();
        assertThat(authorizations.findByToken("other", null)).isNull();
    }

    @Test
    void whatIsOverIsForgotten() {
        authorizations.save(signIn("a"));
        clock.advance(Duration.ofHours(13));

        authorizations.save(signIn("b"));

        assertThat(authorizations.findById("a")).isNull();
        assertThat(authorizations.size()).isEqualTo(1);
    }

    @Test
    void scriptsTokensTakeNoMemory() {
        authorizations.save(OAuth2Authorization.withRegisteredClient(CLIENT)
                .id("script")
                .principalName("maya")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build());

        assertThat(authorizations.size()).isZero();
    }

    private OAuth2Authorization signIn(String id) {
        Instant now = clock.instant();
        return OAuth2Authorization.withRegisteredClient(CLIENT)
                .id(id)
                .principalName("maya")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .token(new OAuth2AuthorizationCode("code-" + id, now, now.plus(Duration.ofMinutes(5))))
                .refreshToken(new OAuth2RefreshToken("refresh-" + id, now, now.plus(Duration.ofHours(12))))
                .build();
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2027-01-04T09:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
