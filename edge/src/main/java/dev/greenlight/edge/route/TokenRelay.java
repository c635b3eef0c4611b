package dev.greenlight.edge.route;

import dev.greenlight.edge.problem.Problem;
import dev.greenlight.edge.problem.ProblemWriter;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Puts the session's access token into the call to the service. Who brings a token of their own has no session here, and
 * that token goes on as it is. Cookies end here: services know nothing of sessions.
 */
@Component
class TokenRelay implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private final AccessTokens tokens;
    private final ProblemWriter problems;

    TokenRelay(AccessTokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (BearerToken.isIn(request.servletRequest())) {
            return next.handle(withoutCookies(request));
        }
        Optional<String> token =
                request.principal().map(Authentication.class::cast).flatMap(tokens::of);
        if (token.isEmpty()) {
            return problems.answer(Problem.unauthenticated());
        }
        return next.handle(ServerRequest.from(withoutCookies(request))
                .headers(headers -> headers.setBearerAuth(token.get()))
                .build());
    }

    static ServerRequest withoutCookies(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> headers.remove(HttpHeaders.COOKIE))
                .build();
    }
}
