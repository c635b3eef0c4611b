package dev.greenlight.edge.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.greenlight.edge.EdgeProperties;
import dev.greenlight.edge.problem.Problem;
import dev.greenlight.edge.problem.ProblemWriter;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The table of what leads where. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static List<Upstream> upstreams(EdgeProperties.Services at) {
        return List.of(
                new Upstream("launch", "The launch service", at.launch(), List.of("/api/launches", "/api/gaps")),
                new Upstream("sales", "The sales capacity service", at.sales(), List.of("/api/capacity")),
                new Upstream(
                        "notification", "The notification service", at.notification(), List.of("/api/notifications")));
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> serviceRoutes(
            EdgeProperties properties, TokenRelay relay, EventStreams streams, ProblemWriter problems) {
        return upstreams(properties.services()).stream()
                .map(upstream -> calls(upstream, relay, streams, problems).and(documentation(upstream, problems)))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** Comes last: a path under {@code /api} that no service has. */
    @Bean
    @Order(1)
    RouterFunction<ServerResponse> noSuchCall(ProblemWriter problems) {
        return RouterFunctions.route()
                .route(
                        path("/api/**").or(path("/v3/api-docs/**")),
                        request -> problems.answer(Problem.notFound(request.path())))
                .build();
    }

    private static RouterFunction<ServerResponse> calls(
            Upstream upstream, TokenRelay relay, EventStreams streams, ProblemWriter problems) {
        RequestPredicate itsPaths = upstream.paths().stream()
                .map(base -> path(base).or(path(base + "/**")))
                .reduce(RequestPredicate::or)
                .orElseThrow();
        RequestPredicate eventStream =
                itsPaths.and(RequestPredicates.method(HttpMethod.GET)).and(EventStreams::isWanted);
        return route(upstream.name())
                .route(eventStream, request -> streams.open(request, upstream.url()))
                .route(itsPaths, http())
                .before(uri(upstream.url()))
                .filter(relay)
                .filter(new UpstreamFailures(upstream, problems))
                .after((request, response) -> fromHere(response, upstream))
                .build();
    }

    /** A service names what it made by its own address; who called through the door needs it without that. */
    private static ServerResponse fromHere(ServerResponse response, Upstream upstream) {
        URI location = response.headers().getLocation();
        if (location != null && location.toString().startsWith(upstream.url() + "/")) {
            response.headers()
                    .set(
                            HttpHeaders.LOCATION,
                            location.toString()
                                    .substring(upstream.url().toString().length()));
        }
        return response;
    }

    /** Documentation is for anyone, so no token goes along. */
    private static RouterFunction<ServerResponse> documentation(Upstream upstream, ProblemWriter problems) {
        return route(upstream.name() + "-documentation")
                .route(GET("/v3/api-docs/" + upstream.name()), http())
                .before(uri(upstream.url()))
                .before(setPath("/v3/api-docs"))
                .before(TokenRelay::withoutCookies)
                .filter(new UpstreamFailures(upstream, problems))
                .build();
    }
}
