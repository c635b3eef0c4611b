package dev.greenlight.testing.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request that can be changed in every part before it is sent; each change makes another request. In path and query a lone
 * surrogate from U+DC80 to U+DCFF stands for the single byte of its last two digits, so that what is no UTF-8 can be said too.
 */
public final class TestRequest {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private final String method;
    private final List<String> segments;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A request with all its parts.
     *
     * @param segments of the path, not encoded
     * @param query names and values, not encoded
     */
    public TestRequest(
            String method, List<String> segments, Map<String, String> query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.segments = List.copyOf(segments);
        this.query = new LinkedHashMap<>(query);
        this.headers = new LinkedHashMap<>(headers);
        this.body = body.clone();
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The headers, by name. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The body; of no length where there is none. */
    public byte[] body() {
        return body.clone();
    }

    /** A request without a body. */
    public static TestRequest of(String method, String path) {
        return new TestRequest(method, List.of(path.substring(1).split("/")), Map.of(), Map.of(), new byte[0]);
    }

    /** The same to a path with one more step, whatever characters it has. */
    public TestRequest at(String segment) {
        List<String> more = new ArrayList<>(segments);
        more.add(segment);
        return new TestRequest(method, more, query, headers, body);
    }

    /** The same with another step in the path. */
    public TestRequest withSegment(int index, String segment) {
        List<String> changed = new ArrayList<>(segments);
        changed.set(index, segment);
        return new TestRequest(method, changed, query, headers, body);
    }

    /** The same with a parameter. */
    public TestRequest withQuery(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new TestRequest(method, segments, more, headers, body);
    }

    /** The same with a header. */
    public TestRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestRequest(method, segments, query, more, body);
    }

    /** The same without a header. */
    public TestRequest without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new TestRequest(method, segments, query, fewer, body);
    }

    /** The same by another method. */
    public TestRequest withMethod(String other) {
        return new TestRequest(other, segments, query, headers, body);
    }

    /** The same by whoever has the token. */
    public TestRequest as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with a JSON body. */
    public TestRequest json(JsonNode json) {
        return with("Content-Type", "application/json").withBody(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a JSON body, or what passes for one. */
    public TestRequest json(String json) {
        return with("Content-Type", "application/json").withBody(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with other bytes as its body. */
    public TestRequest withBody(byte[] bytes) {
        return new TestRequest(method, segments, query, headers, bytes);
    }

    /** Path and query as they are sent. */
    public String target() {
        String path = segments.stream().map(TestRequest::encoded).collect(Collectors.joining("/", "/", ""));
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (UNRESERVED.indexOf(codePoint) >= 0) {
                encoded.appendCodePoint(codePoint);
            } else if (codePoint >= 0xDC80 && codePoint <= 0xDCFF) {
                appendByte(encoded, codePoint & 0xFF);
            } else {
                for (byte part : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    appendByte(encoded, part & 0xFF);
                }
            }
        });
        return encoded.toString();
    }

    private static void appendByte(StringBuilder encoded, int part) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", part));
    }

    /** Without the token, which is nobody's business. */
    @Override
    public String toString() {
        String shown = headers.entrySet().stream()
                .filter(header -> !header.getKey().equals("Authorization"))
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining(", ", " [", "]"));
        String text = new String(body, StandardCharsets.UTF_8);
        return method + " " + shortened(target()) + shown + " " + shortened(text);
    }

    private static String shortened(String text) {
        return text.length() > 800 ? text.substring(0, 800) + "… (" + text.length() + ")" : text;
    }
}
