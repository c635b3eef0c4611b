package dev.greenlight.testing.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A valid request for each call of a service. Those that change something are written down, since only the service's tests
 * know what may be done to what; one that is not written down is made up from the schema, with the path's variables filled in
 * as they are everywhere.
 */
public final class Examples {
    private final Map<String, Supplier<TestRequest>> written = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> variables = new LinkedHashMap<>();
    private final String anybody;

    /**
     * No example yet.
     *
     * @param anybody token of somebody with every role, for calls that have no example of their own
     */
    public Examples(String anybody) {
        this.anybody = anybody;
    }

    /**
     * Says how a call is made, by somebody who may make it.
     *
     * @param call as {@link ServiceCall#name()} names it
     * @param request a request that would be done now; asked again, it is about something that nobody has changed since
     */
    public Examples written(String call, Supplier<TestRequest> request) {
        written.put(call, request);
        return this;
    }

    /**
     * Says what stands for a variable of the path.
     *
     * @param variable its name; {@code id} is told apart by the step before it, for example {@code launches/id}
     */
    public Examples variable(String variable, Supplier<String> value) {
        variables.put(variable, value);
        return this;
    }

    /** Whether there is an example for a call that is written down, not made up. */
    public boolean has(ServiceCall call) {
        return written.containsKey(call.name());
    }

    /** Examples for calls that there are not; then the call was renamed and its example was not. */
    public Set<String> strangers(List<ServiceCall> calls) {
        Set<String> strangers = new TreeSet<>(written.keySet());
        calls.forEach(call -> strangers.remove(call.name()));
        return strangers;
    }

    /**
     * A valid request.
     *
     * @throws AssertionError when nobody said what a variable of its path stands for
     */
    public TestRequest of(ServiceCall call) {
        return Optional.ofNullable(written.get(call.name())).map(Supplier::get).orElseGet(() -> madeUp(call));
    }

    private TestRequest madeUp(ServiceCall call) {
        TestRequest request = new TestRequest(call.method(), path(call), Map.of(), Map.of(), new byte[0]).as(anybody);
        return call.bodySchema().isMissingNode() ? request : request.json(value(call.bodySchema()));
    }

    private List<String> path(ServiceCall call) {
        List<String> path = new ArrayList<>();
        String before = "";
        for (String segment : call.segments()) {
            path.add(ServiceCall.isVariable(segment) ? value(call, segment, before) : segment);
            before = segment;
        }
        return path;
    }

    private String value(ServiceCall call, String segment, String before) {
        String name = segment.substring(1, segment.length() - 1);
        String variable = name.equals("id") ? before + "/id" : name;
        return Optional.ofNullable(variables.get(variable))
                .map(Supplier::get)
                .orElseThrow(() -> new AssertionError("Nobody says what " + segment + " of \"" + call.name()
                        + "\" stands for: add variable(\"" + variable
                        + "\", …) to the examples of this service, or a whole"
                        + " request with written(\"" + call.name() + "\", …)"));
    }

    private static JsonNode value(JsonNode schema) {
        JsonMapper json = JsonMapper.shared();
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString("")
                : schema.path("type").asString("");
        Map<String, Function<JsonNode, JsonNode>> byType = Map.of(
                "object", Examples::object,
                "array",
                        it -> {
                            ArrayNode array = json.createArrayNode();
                            array.add(value(it.path("items")));
                            return array;
                        },
                "integer", it -> json.getNodeFactory().numberNode(1),
                "number", it -> json.getNodeFactory().numberNode(1),
                "boolean", it -> json.getNodeFactory().booleanNode(true));
        return byType.getOrDefault(
                        type,
                        it -> json.getNodeFactory()
                                .stringNode(it.path("enum").path(0).asString("text")))
                .apply(schema);
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), value(field.getValue())));
        return object;
    }
}
