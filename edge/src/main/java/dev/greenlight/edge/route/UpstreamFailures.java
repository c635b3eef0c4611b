package dev.greenlight.edge.route;

import dev.greenlight.edge.problem.Problem;
import dev.greenlight.edge.problem.ProblemWriter;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Turns a service's silence into a problem that names the service. */
class UpstreamFailures implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(UpstreamFailures.class);

    private final Upstream upstream;
    private final ProblemWriter problems;

    UpstreamFailures(Upstream upstream, ProblemWriter problems) {
        this.upstream = upstream;
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException e) {
            return answer(request, e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } catch (IOException e) {
            return answer(request, e);
        }
    }

    private ServerResponse answer(ServerRequest request, IOException failure) {
        log.warn("{} {}: {} at {}: {}", request.method(), request.path(), upstream.name(), upstream.url(), failure);
        boolean accepted = failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException);
        return problems.answer(accepted ? Problem.timedOut(upstream.title()) : Problem.unavailable(upstream.title()));
    }
}
