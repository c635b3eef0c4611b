package dev.greenlight.testing.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What clients send that mean no good, or whose authors had not slept. */
final class HostileValues {
    /** Of any type, as raw JSON. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1",
            "0.1",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[null,null]",
            "[[[[]]]]",
            "[1,\"a\",{}]",
            "{\"a\":{\"b\":null}}",
            "{\"\":1}",
            "[{}]",
            "NaN",
            "Infinity",
            "undefined",
            "'text'",
            "01",
            "+1",
            ".5");

    /** As the content of a JSON string, escapes and all. */
    private static final List<String> ESCAPED = List.of(
            "\\u0000",
            "a\\u0000b",
            "\\u0007",
            "\\u001b[31m",
            "\\ud800",
            "x\\udfff",
            "\\udc00\\ud800",
            "\\u202e",
            "\\ufeff",
            "\\uffff",
            "\\u2028",
            "\\r\\n",
            "\\t",
            "\\ud83d",
            "\\/");

    /** As text, in a body, a path or a query. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "0.1",
            "1e400",
            "1e9",
            "1e2147483647",
            "1e-2147483647",
            "999999999999999999",
            "0.00000000000000000001",
            "NaN",
            "Infinity",
            "0x10",
            "1_000",
            "١٢٣",
            "null",
            "true",
            "2027-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "10000-01-01",
            "1582-10-10",
            "2027-03-01",
            "2027-03-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "24:00",
            "25:61",
            "Europe/Berlin",
            "+18:00",
            "GMT0",
            "UTC+99",
            "🚀",
            "👩‍👩‍👧‍👦",
            "שלום עולם",
            "\u202Eevil",
            "発売日",
            "Ünïcödé",
            "e\u0301",
            "İ",
            "ß",
            "\u200B",
            "\uFEFF",
            "\u2028",
            "Ⅷ",
            "ﷺ",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-00000000000g",
            "'; DROP TABLE launch; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "#{1+1}",
            "{0}",
            "%s%n%d",
            "%00",
            "=1+1",
            "../../etc/passwd",
            "..",
            ".",
            "*",
            "%",
            "_",
            "\\",
            "\"",
            "'",
            "a;b",
            "a,b",
            "a/b",
            "a?b",
            "a#b",
            "a&b=c",
            "http://localhost/",
            "ADMIN",
            "PLANNED",
            "USD",
            "XXX",
            "XAU",
            "bnVsbA",
            "Cg",
            "MDAwMA",
            "AAAA");

    private static final List<Integer> LENGTHS = List.of(100, 101, 200, 201, 500, 501, 2_001, 4_001, 70_000);

    private HostileValues() {}

    /** A raw JSON value, well-formed or not. */
    static String json(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> one(JSON, random);
            case 1 -> "\"" + one(ESCAPED, random) + "\"";
            case 2 -> quoted(long_(random));
            default -> quoted(one(TEXTS, random));
        };
    }

    /** A text for a path or a query; lone surrogates in it stand for single bytes that are no UTF-8. */
    static String text(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> shortened(long_(random));
            case 1 -> "a\uDCFF\uDCC0";
            case 2 -> "a\u0000b";
            case 3 -> "a\nb\r\u0007";
            default -> one(TEXTS, random);
        };
    }

    /** Parts of one JSON document nested in each other so deeply. */
    static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A request line has its limits; what is longer never arrives. */
    private static String shortened(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(600, text.codePointCount(0, text.length()))));
    }

    private static String long_(Random random) {
        List<String> letters = new ArrayList<>(List.of("x", "ö", "発", "🚀", "ע", "İ"));
        return one(letters, random).repeat(one(LENGTHS, random));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
