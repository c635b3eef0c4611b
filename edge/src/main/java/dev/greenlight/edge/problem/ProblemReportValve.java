package dev.greenlight.edge.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Tells what the server itself refuses, before any of our code is asked, for example a path that can't be decoded: as a problem
 * where Tomcat would answer with a page of HTML. Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] problem = """
                {"type":"about:blank","title":"%1$s","status":%2$d,"detail":"%1$s","code":"%3$s"}""".formatted(
                        status.getReasonPhrase(),
                        status.value(),
                        Problem.ofStatus(status.value()).code())
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(problem);
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            container.getLogger().debug("A refusal could not be told", clientGone);
        }
    }
}
