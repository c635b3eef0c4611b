package dev.greenlight.testing.call;

import static dev.greenlight.testing.call.HostileValues.one;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes valid requests in one place or in a few. Not thread-safe. */
final class Mutations {
    private static final String PLACE = "@here@";
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/xml",
            "text/html",
            "text/plain",
            "text/csv",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/cbor",
            "application/yaml",
            "application/problem+json",
            "text/event-stream",
            "*/*",
            "nonsense",
            "",
            ";",
            "a/b/c",
            "application/*");
    private static final List<String> TAGS = List.of(
            "",
            "*",
            "1",
            "\"1\"",
            "W/\"1\"",
            "\"-1\"",
            "\"x\"",
            "\"1\", \"2\"",
            "\"999999999999999999\"",
            "\"9999999999999999999999\"",
            "\"",
            "\"\"",
            "\"١\"");
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "PROPFIND");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"text\"",
            "[]",
            "{}",
            "[{}]",
            "{",
            "}",
            "[",
            "{\"",
            "{}{}",
            "{} x",
            "<a/>",
            "a=b",
            "\uFEFF{}",
            "{\"a\":1,}",
            "{a:1}",
            "// c\n{}",
            "\u0000",
            "---\na: 1",
            "a,b\n1,2\n");

    private final ServiceCall call;
    private final Random random;
    private final List<String> told = new ArrayList<>();

    Mutations(ServiceCall call, Random random) {
        this.call = call;
        this.random = random;
    }

    /** What was done, for people. */
    String told() {
        return String.join("; ", told);
    }

    /** The request with one thing changed, now and then with two or three. */
    TestRequest of(TestRequest valid) {
        int times = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        TestRequest mutated = valid;
        for (int i = 0; i < times; i++) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private TestRequest once(TestRequest request) {
        List<Supplier<TestRequest>> ways = new ArrayList<>();
        if (request.body().length > 0) {
            for (int i = 0; i < 6; i++) {
                ways.add(() -> inBody(request));
            }
        }
        if (call.segments().stream().anyMatch(ServiceCall::isVariable)) {
            ways.add(() -> inPath(request));
        }
        for (int i = 0; i < Math.min(4, call.queryParameters().size() * 2); i++) {
            ways.add(() -> inQuery(request));
        }
        ways.add(() -> inHeaders(request));
        ways.add(() -> rarely(request));
        return one(ways, random).get();
    }

    private TestRequest inPath(TestRequest request) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < call.segments().size(); i++) {
            if (ServiceCall.isVariable(call.segments().get(i))) {
                places.add(i);
            }
        }
        int place = one(places, random);
        String value = random.nextInt(4) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : HostileValues.text(random);
        told.add("path " + call.segments().get(place) + " := " + value);
        return request.withSegment(place, value);
    }

    private TestRequest inQuery(TestRequest request) {
        String name = one(call.queryParameters(), random);
        String value = HostileValues.text(random);
        told.add("query " + name + " := " + value);
        return request.withQuery(name, value);
    }

    private TestRequest inHeaders(TestRequest request) {
        String name = one(
                List.of(
                        "Idempotency-Key",
                        "If-Match",
                        "Content-Type",
                        "Accept",
                        "traceparent",
                        "Accept-Language",
                        "Content-Encoding",
                        "X-HTTP-Method-Override",
                        "If-None-Match",
                        "Range"),
                random);
        if (request.headers().containsKey(name) && random.nextBoolean()) {
            told.add("without " + name);
            return request.without(name);
        }
        String value = switch (name) {
            case "If-Match", "If-None-Match" -> one(TAGS, random);
            case "Content-Type", "Accept" -> one(MEDIA_TYPES, random);
            case "Content-Encoding" -> one(List.of("gzip", "identity", "br"), random);
            case "X-HTTP-Method-Override" -> "DELETE";
            case "Range" -> "bytes=0-1";
            case "Idempotency-Key" -> one(List.of("", " ", "k", "x".repeat(200), "x".repeat(201), "ÿ", "a\tb"), random);
            case "traceparent" ->
                one(
                        List.of(
                                "",
                                "00-0-0-0",
                                "x".repeat(4_000),
                                "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01"),
                        random);
            default -> HostileValues.text(random).replaceAll("[^ -~]", "?");
        };
        told.add(name + ": " + (value.length() > 80 ? value.length() + " characters" : value));
        return request.with(name, value);
    }

    private TestRequest rarely(TestRequest request) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                String method = one(METHODS, random);
                told.add("method " + method);
                yield request.withMethod(method);
            }
            case 1 -> {
                String segment = HostileValues.text(random);
                told.add("one more step in the path: " + segment);
                yield request.at(segment);
            }
            case 2 -> {
                String value = HostileValues.text(random);
                told.add("unknown parameter " + value);
                yield request.withQuery("unknown", value);
            }
            default -> {
                told.add("nothing changed");
                yield request;
            }
        };
    }

    private TestRequest inBody(TestRequest request) {
        JsonNode tree = tree(request.body());
        int choice = random.nextInt(20);
        if (choice == 0) {
            String body = one(BODIES, random);
            told.add("body := " + body);
            return request.withBody(body.getBytes(StandardCharsets.UTF_8));
        }
        if (choice == 1) {
            return request.withBody(torn(request.body()));
        }
        if (choice == 2) {
            int depth = one(List.of(50, 600, 5_000), random);
            told.add("body nested " + depth + " deep");
            return request.withBody(HostileValues.nested(depth).getBytes(StandardCharsets.UTF_8));
        }
        if (!tree.isContainer() || tree.isEmpty()) {
            return request.withBody(torn(request.body()));
        }
        return request.withBody(inTree(tree).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException noJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Cut short, with one byte changed, in another encoding or twice over. */
    private byte[] torn(byte[] body) {
        byte[] torn = body.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                int length = random.nextInt(body.length);
                told.add("cut after " + length + " bytes");
                return java.util.Arrays.copyOf(body, length);
            }
            case 1 -> {
                told.add("in UTF-16");
                return new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            }
            default -> {
                int place = random.nextInt(body.length);
                torn[place] = (byte) random.nextInt(256);
                told.add("byte " + place + " := " + (torn[place] & 0xFF));
                return torn;
            }
        }
    }

    /** Puts a mark where the change is to be, since what comes there need be no JSON. */
    private String inTree(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        JsonNode container = one(containers, random);
        if (container instanceof ArrayNode array) {
            return inArray(copy, array);
        }
        ObjectNode object = (ObjectNode) container;
        String name = one(List.copyOf(object.propertyNames()), random);
        int choice = random.nextInt(10);
        if (choice == 0) {
            told.add("without " + name);
            object.remove(name);
            return copy.toString();
        }
        if (choice == 1) {
            String value = HostileValues.json(random);
            told.add("unknown field " + value);
            object.put("unknown", PLACE);
            return filled(copy, value);
        }
        if (choice == 2) {
            told.add(name + " twice");
            String again = JsonMapper.shared().writeValueAsString(name) + ":" + object.path(name);
            object.put(name, PLACE);
            return copy.toString().replace("\"" + PLACE + "\"", HostileValues.json(random) + "," + again);
        }
        String value = random.nextInt(12) == 0 ? HostileValues.nested(600) : HostileValues.json(random);
        told.add(name + " := " + (value.length() > 80 ? value.length() + " characters" : value));
        object.put(name, PLACE);
        return filled(copy, value);
    }

    private String inArray(JsonNode root, ArrayNode array) {
        int place = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> {
                told.add("without item " + place);
                array.remove(place);
                return root.toString();
            }
            case 1 -> {
                int times = one(List.of(1, 2, 30, 1_100), random);
                told.add("item " + place + " again, " + times + " times");
                JsonNode item = array.get(place);
                for (int i = 0; i < times; i++) {
                    array.add(item);
                }
                return root.toString();
            }
            default -> {
                String value = HostileValues.json(random);
                told.add("item " + place + " := " + (value.length() > 80 ? value.length() + " characters" : value));
                array.set(place, PLACE);
                return filled(root, value);
            }
        }
    }

    private static String filled(JsonNode marked, String value) {
        return marked.toString().replace("\"" + PLACE + "\"", value);
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
