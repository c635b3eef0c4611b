package dev.greenlight.edge.access;

import dev.greenlight.edge.problem.Problem;
import dev.greenlight.edge.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

/** How the door says no: a program gets a problem, a person the way to sign in. */
class Answers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;
    private final URI origin;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    Answers(ProblemWriter problems, URI origin) {
        this.problems = problems;
        this.origin = origin;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!isPage(request)) {
            problems.write(Problem.unauthenticated(), response);
        } else if (isOtherLoopbackName(request)) {
            response.sendRedirect(sameAtOrigin(request));
        } else {
            response.sendRedirect("/oauth2/authorization/" + SignInClient.REGISTRATION);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean anonymous =
                !trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
        if (!isPage(request)) {
            Problem signedIn = why instanceof CsrfException ? Problem.forged() : Problem.forbidden();
            problems.write(anonymous ? Problem.unauthenticated() : signedIn, response);
        } else if (why instanceof CsrfException) {
            // An old page, most often one whose session has ended: begin again.
            response.sendRedirect("/");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return !request.getRequestURI().startsWith("/api/") && accept != null && accept.contains("text/html");
    }

    /**
     * The session's cookie belongs to one host name, and the issuer sends browsers back to the origin's. Who came by another
     * name of this machine would come back as a stranger.
     */
    private boolean isOtherLoopbackName(HttpServletRequest request) {
        String host = request.getServerName();
        boolean loopback = host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("localhost");
        return loopback && origin.getHost().equals("localhost") && !host.equals(origin.getHost());
    }

    private String sameAtOrigin(HttpServletRequest request) {
        return UriComponentsBuilder.fromUri(origin)
                .replacePath(request.getRequestURI())
                .replaceQuery(request.getQueryString())
                .build()
                .toUriString();
    }
}
