package dev.greenlight.testing.call;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One call of a service, as its OpenAPI document describes it.
 *
 * @param path with variables such as <code>{id}</code>
 * @param queryParameters their names
 * @param bodySchema of a JSON body, all references resolved; missing where none is taken
 */
public record ServiceCall(String method, String path, List<String> queryParameters, JsonNode bodySchema)
        implements Comparable<ServiceCall> {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** Takes a copy. */
    public ServiceCall {
        queryParameters = List.copyOf(queryParameters);
    }

    /** The call as tables name it, for example <code>POST /api/launches/{id}/hold</code>. */
    public String name() {
        return method + " " + path;
    }

    /** Whether the call is there to change something. */
    public boolean isWrite() {
        return !READS.contains(method);
    }

    /** The steps of the path, variables in braces. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    /** Whether a step of the path is a variable. */
    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public int compareTo(ServiceCall other) {
        return name().compareTo(other.name());
    }

    @Override
    public String toString() {
        return name();
    }
}
