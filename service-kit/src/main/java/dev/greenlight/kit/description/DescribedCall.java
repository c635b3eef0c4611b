package dev.greenlight.kit.description;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of the HTTP interface as the documentation tells of it.
 *
 * @param method {@code GET}, {@code POST}, …
 * @param path with path variables in braces, as it is read
 * @param roles one of them is needed; empty: any signed-in user
 * @param takes headers and query parameters
 * @param statuses how it succeeds, the usual one first
 * @param headers of the answer
 * @param problems codes that this call may answer beside those that every call may
 * @param summary one sentence
 * @param example a body to send; null where there is none
 */
public record DescribedCall(
        String method,
        String path,
        List<String> roles,
        List<String> takes,
        List<Integer> statuses,
        List<String> headers,
        List<String> problems,
        String summary,
        @Nullable String example) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    /** Takes copies. */
    public DescribedCall {
        roles = List.copyOf(roles);
        takes = List.copyOf(takes);
        statuses = List.copyOf(statuses);
        headers = List.copyOf(headers);
        problems = List.copyOf(problems);
    }

    /** The call, whatever its path variables are called. */
    public String key() {
        return key(method, path);
    }

    /** The key of a call. */
    public static String key(String method, String path) {
        return method + " " + VARIABLE.matcher(path).replaceAll("{}");
    }

    DescribedCall withExample(String body) {
        return new DescribedCall(method, path, roles, takes, statuses, headers, problems, summary, body);
    }
}
