package dev.greenlight.testing.call;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a service answered.
 *
 * @param body as text; empty for an event stream, which has no end
 */
public record Reply(int status, String body, HttpHeaders headers) {

    /** Whether the call was refused. */
    public boolean isRefusal() {
        return status >= 400 && status < 500;
    }

    /** Whether the call was done. */
    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    /** The media type; empty where none was sent. */
    public String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** The body as JSON; missing where it is none. */
    public JsonNode json() {
        try {
            return body.isBlank()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The problem's code; empty where the body is no problem. */
    public String code() {
        return json().path("code").asString("");
    }

    /** Whether it tells a refusal as problem details with a code. */
    public boolean isProblem() {
        return contentType().startsWith("application/problem+json")
                && !code().isEmpty()
                && json().path("status").asInt(0) == status;
    }

    /**
     * This answer, when the call was done.
     *
     * @throws AssertionError when not, with what was answered
     */
    public Reply done() {
        if (!isDone()) {
            throw new AssertionError("Answered with " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + contentType() + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
