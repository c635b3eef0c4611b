package dev.greenlight.edge.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The sign-ins that can still be continued: a code to be redeemed, a token to be renewed. They are kept in memory, as the
 * sessions are, and forgotten when nothing of them is valid any more. A script's token needs no memory: it says everything
 * itself. Thread-safe.
 */
final class Authorizations implements OAuth2AuthorizationService {
    private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    Authorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        byId.values().removeIf(kept -> isOver(kept, now));
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            byId.put(authorization.getId(), authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byId.values().stream()
                .filter(kept -> holds(kept, token, type))
                .findFirst()
                .orElse(null);
    }

    int size() {
        return byId.size();
    }

    private static boolean holds(OAuth2Authorization kept, String token, @Nullable OAuth2TokenType type) {
        boolean awaited = token.equals(kept.getAttribute("state"))
                && (type == null || type.getValue().equals("state"));
        OAuth2Authorization.Token<?> found = kept.getToken(token);
        return awaited || (found != null && (type == null || isOf(found.getToken(), type)));
    }

    private static boolean isOf(OAuth2Token token, OAuth2TokenType type) {
        return switch (type.getValue()) {
            case "code" -> token instanceof OAuth2AuthorizationCode;
            case "refresh_token" -> token instanceof OAuth2RefreshToken;
            case "access_token" -> token instanceof OAuth2AccessToken;
            case "id_token" -> token instanceof OidcIdToken;
            default -> false;
        };
    }

    private static boolean isOver(OAuth2Authorization kept, Instant now) {
        Stream<Optional<Instant>> ends = Stream.of(
                end(kept.getToken(OAuth2AuthorizationCode.class)),
                end(kept.getAccessToken()),
                end(kept.getRefreshToken()));
        return ends.flatMap(Optional::stream).noneMatch(now::isBefore);
    }

    private static Optional<Instant> end(OAuth2Authorization.@Nullable Token<?> token) {
        return Optional.ofNullable(token).map(held -> held.getToken().getExpiresAt());
    }
}
