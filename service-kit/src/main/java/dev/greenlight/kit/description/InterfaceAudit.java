package dev.greenlight.kit.description;

import dev.greenlight.kit.access.AccessRule;
import dev.greenlight.kit.access.AccessRules;
import dev.greenlight.kit.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/** Holds what a service says of itself against the documentation and its access rules; each service's tests ask it. */
public final class InterfaceAudit {
    private static final String PROBLEM_JSON = "application/problem+json";

    private final InterfaceDocument document;
    private final String service;
    private final Map<String, JsonNode> described = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private InterfaceAudit(InterfaceDocument document, String service, JsonNode openApi) {
        this.document = document;
        this.service = service;
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getKey().equals("parameters")) {
                        described.put(
                                DescribedCall.key(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                operation.getValue());
                    }
                }));
    }

    /**
     * Everything in which they differ, each as a sentence; empty when they agree.
     *
     * @param openApi what the service answers at {@code /v3/api-docs}
     */
    public static List<String> findings(
            InterfaceDocument document, String service, JsonNode openApi, AccessRules rules) {
        InterfaceAudit audit = new InterfaceAudit(document, service, openApi);
        audit.compareCalls();
        audit.compareAccess(rules);
        audit.described.forEach(audit::checkDescription);
        if (!openApi.at("/components/securitySchemes/bearer/bearerFormat")
                .asString("")
                .equals("JWT")) {
            audit.findings.add("No bearer token is asked for");
        }
        return audit.findings;
    }

    private void compareCalls() {
        for (DescribedCall call : document.calls(service)) {
            if (!described.containsKey(call.key())) {
                findings.add(call.key() + " is documented and not there");
            }
        }
        for (String key : described.keySet()) {
            if (find(key).isEmpty()) {
                findings.add(key + " is there and not documented");
            }
        }
    }

    private void compareAccess(AccessRules rules) {
        for (String key : described.keySet()) {
            find(key).ifPresent(call -> {
                Optional<AccessRule> rule = rules.rules().stream()
                        .filter(it -> it.method().name().equals(call.method()) && matches(it.pattern(), call.path()))
                        .findFirst();
                Set<String> allowed = rule.stream()
                        .flatMap(it -> it.roles().stream())
                        .map(Role::claim)
                        .collect(Collectors.toSet());
                if (rule.isEmpty()) {
                    findings.add(key + " is open to nobody");
                } else if (!allowed.equals(Set.copyOf(call.roles()))) {
                    findings.add(key + " is for " + call.roles() + " as documented, and for " + allowed + " in fact");
                }
            });
        }
        for (AccessRule rule : rules.rules()) {
            boolean documented = document.calls(service).stream()
                    .filter(call -> call.method().equals(rule.method().name()))
                    .anyMatch(call -> matches(rule.pattern(), call.path()) || matches(call.path(), rule.pattern()));
            if (!documented) {
                findings.add(rule.method() + " " + rule.pattern() + " is allowed and not documented");
            }
        }
    }

    private void checkDescription(String key, JsonNode operation) {
        find(key).ifPresent(call -> {
            if (!operation.path("summary").asString("").equals(call.summary())) {
                findings.add(key + " has no summary");
            }
            Set<String> parameters = operation
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.path("name").asString(""))
                    .collect(Collectors.toSet());
            call.takes().stream()
                    .filter(name -> !parameters.contains(name))
                    .forEach(name -> findings.add(key + " does not tell of " + name));
            if (call.method().equals("POST") && !call.takes().contains("Idempotency-Key")) {
                findings.add(key + " takes no Idempotency-Key");
            }
            JsonNode answers = operation.path("responses");
            call.statuses().stream()
                    .filter(status -> !answers.has(status.toString()))
                    .forEach(status -> findings.add(key + " does not tell of " + status));
            answers.properties().stream()
                    .filter(answer ->
                            answer.getKey().startsWith("4") || answer.getKey().startsWith("5"))
                    .filter(answer -> !answer.getValue().path("content").has(PROBLEM_JSON))
                    .forEach(answer -> findings.add(key + " answers " + answer.getKey() + " with no problem detail"));
            call.headers().stream()
                    .filter(name -> !answers.path(call.statuses().get(0).toString())
                            .path("headers")
                            .has(name))
                    .forEach(name -> findings.add(key + " does not tell that it answers " + name));
            call.problems().stream()
                    .filter(code -> !document.problems().containsKey(code))
                    .forEach(code -> findings.add(key + " answers " + code + ", which is not documented"));
            JsonNode body = operation.at("/requestBody/content/application~1json");
            if (body.has("schema") && !body.path("schema").isEmpty() && call.example() == null && isPosted(call)) {
                findings.add(key + " has no example");
            }
        });
    }

    /** A file, and what is being added, need no example. */
    private boolean isPosted(DescribedCall call) {
        return !call.path().contains("import") && document.calls(service).contains(call);
    }

    private Optional<DescribedCall> find(String key) {
        String[] parts = key.split(" ", 2);
        return document.call(service, parts[0], parts[1]);
    }

    private static boolean matches(String pattern, String path) {
        String sample = path.replaceAll("\\{[^}]*}|\\*+", "x");
        return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(sample));
    }
}
