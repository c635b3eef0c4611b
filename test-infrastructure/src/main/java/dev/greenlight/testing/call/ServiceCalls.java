package dev.greenlight.testing.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Which calls a service has: what its OpenAPI document says, held against what its controllers really take. */
public final class ServiceCalls {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final List<String> PAGING = List.of("cursor", "limit");
    private static final int DEEPEST_REFERENCE = 12;

    private final JsonNode document;

    private ServiceCalls(JsonNode document) {
        this.document = document;
    }

    /** The calls under {@code /api}, in the order of their names, as {@code /v3/api-docs} of the running service tells them. */
    public static List<ServiceCall> of(ServiceClient client) {
        Reply reply = client.send(TestRequest.of("GET", "/v3/api-docs"));
        return new ServiceCalls(JsonMapper.shared().readTree(reply.body())).read();
    }

    /**
     * Calls that the controllers take but the document does not have.
     *
     * @return their names; empty when the document is whole
     */
    public static Set<String> undocumented(List<ServiceCall> documented, ApplicationContext service) {
        Set<String> taken = new TreeSet<>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api"))
                                .forEach(pattern -> taken.add(method + " " + pattern))));
        documented.forEach(call -> taken.remove(call.name()));
        return taken;
    }

    private List<ServiceCall> read() {
        List<ServiceCall> calls = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> calls.add(new ServiceCall(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                queryParameters(operation.getValue()),
                                bodySchema(operation.getValue())))));
        return calls.stream().sorted().toList();
    }

    private List<String> queryParameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                String reference = parameter.path("schema").path("$ref").asString("");
                if (reference.isEmpty()) {
                    names.add(parameter.path("name").asString());
                } else if (reference.endsWith("/PageRequest")) {
                    names.addAll(PAGING);
                }
            }
        }
        return names.stream().distinct().toList();
    }

    private JsonNode bodySchema(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? MissingNode.getInstance() : resolved(schema, 0);
    }

    private JsonNode resolved(JsonNode schema, int depth) {
        if (depth > DEEPEST_REFERENCE) {
            return MissingNode.getInstance();
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return resolved(document.at(reference.substring(1)), depth + 1);
        }
        if (schema instanceof ObjectNode object) {
            ObjectNode copy = JsonMapper.shared().createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue(), depth + 1)));
            return copy;
        }
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = JsonMapper.shared().createArrayNode();
            array.forEach(item -> copy.add(resolved(item, depth + 1)));
            return copy;
        }
        return schema;
    }

    /** Names in one line each, for messages. */
    static String lines(Set<String> names) {
        return names.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
