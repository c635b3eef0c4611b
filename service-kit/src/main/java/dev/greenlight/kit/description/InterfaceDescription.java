package dev.greenlight.kit.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** Completes the generated description of a service's interface by what the documentation says of each call. */
public final class InterfaceDescription implements OpenApiCustomizer {
    private static final String VERSION = "1";
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String JSON_TYPE = "application/json";
    /** Any call may answer these. */
    private static final List<String> OF_ALL = List.of("token-required", "internal-error", "temporarily-unavailable");

    private static final List<String> OF_BODIES =
            List.of("invalid", "malformed-json", "unknown-field", "unsupported-media-type");
    private static final Map<String, String> HEADERS = Map.of(
            "Idempotency-Key", "The same key and body give the same answer once more; 1 to 200 characters",
            "If-Match", "The ETag of what you read, for example \"7\" with the quotes",
            "If-None-Match", "The ETag of what you have; 304 when it is still the same",
            "ETag", "The revision of the resource, in quotes",
            "Location", "Where the resource is",
            "Content-Disposition", "The file's name");

    private final String service;
    private final InterfaceDocument document;
    private final JsonMapper json;

    /** Describes this service. */
    public InterfaceDescription(String service, InterfaceDocument document, JsonMapper json) {
        this.service = service;
        this.document = document;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Greenlight " + service)
                .version(VERSION)
                .description("Every answer that is no success is a problem detail (RFC 9457) with a stable code."));
        api.addSecurityItem(new SecurityRequirement().addList(BEARER));
        api.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT"))
                .addSchemas(PROBLEM, problemSchema());
        api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(method, path, operation)));
    }

    private void describe(PathItem.HttpMethod method, String path, Operation operation) {
        document.call(service, method.name(), path).ifPresent(call -> {
            operation.summary(call.summary());
            operation.description(
                    call.roles().isEmpty()
                            ? "For any signed-in user."
                            : "For " + String.join(", ", call.roles()) + ".");
            parameters(call, operation);
            example(call, operation);
            answers(call, operation);
        });
    }

    private static void parameters(DescribedCall call, Operation operation) {
        List<Parameter> parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        // How the controllers take caller, revision and page is their own business.
        parameters.removeIf(
                parameter -> List.of("caller", "seen", "page", "part").contains(parameter.getName()));
        for (String name : call.takes()) {
            if (parameters.stream().noneMatch(known -> name.equals(known.getName()))) {
                parameters.add(parameter(name, call));
            }
        }
        operation.setParameters(parameters);
    }

    private static Parameter parameter(String name, DescribedCall call) {
        String meaning = HEADERS.get(name);
        if (meaning == null) {
            return name.equals("limit")
                    ? new QueryParameter()
                            .name(name)
                            .schema(new IntegerSchema()._default(50))
                            .description("How many at most, 1 to 200")
                    : new QueryParameter().name(name).schema(new StringSchema());
        }
        return new HeaderParameter()
                .name(name)
                .schema(new StringSchema())
                .required(name.equals("If-Match") && call.problems().contains("if-match-required"))
                .description(meaning);
    }

    private void example(DescribedCall call, Operation operation) {
        String example = call.example();
        if (example == null || operation.getRequestBody() == null) {
            return;
        }
        Content content = operation.getRequestBody().getContent();
        content.forEach((type, body) -> {
            if (type.startsWith(JSON_TYPE)) {
                body.setExample(json.readValue(example, Object.class));
            }
        });
    }

    private void answers(DescribedCall call, Operation operation) {
        ApiResponses generated = operation.getResponses();
        ApiResponse success = generated.get("200");
        ApiResponses answers = new ApiResponses();
        for (Integer status : call.statuses()) {
            ApiResponse answer = new ApiResponse().description(status == 304 ? "Not modified" : "Done");
            if (success != null && status != 304) {
                answer.content(success.getContent());
            }
            call.headers()
                    .forEach(name -> answer.addHeaderObject(
                            name, new Header().schema(new StringSchema()).description(HEADERS.get(name))));
            answers.addApiResponse(status.toString(), answer);
        }
        codes(call).forEach((status, codes) -> answers.addApiResponse(status.toString(), problem(codes)));
        operation.setResponses(answers);
    }

    private Map<Integer, List<String>> codes(DescribedCall call) {
        List<String> codes = new ArrayList<>(call.problems());
        codes.addAll(OF_ALL);
        if (!call.roles().isEmpty()) {
            codes.add("role-required");
        }
        if (call.takes().contains("Idempotency-Key")) {
            codes.add("idempotency-key-reused");
        }
        if (!call.method().equals("GET")) {
            codes.addAll(OF_BODIES);
        }
        if (!call.takes().isEmpty()) {
            codes.add("invalid");
        }
        return codes.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        code -> document.problems().getOrDefault(code, 500), TreeMap::new, Collectors.toList()));
    }

    private static ApiResponse problem(List<String> codes) {
        return new ApiResponse()
                .description(String.join(", ", codes))
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("A problem detail, RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence for the person who asked"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable; what programs rely on"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty(
                                                "pointer", new StringSchema().description("JSON pointer, or a name"))
                                        .addProperty("detail", new StringSchema())));
    }
}
