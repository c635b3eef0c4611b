package dev.greenlight.testing.call;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may make which call, as a table that people read:
 *
 * <pre>
 * call                   | marketing | sales-manager | nobody
 * POST /api/launches     | yes       | -             | -
 * </pre>
 *
 * The columns are roles; {@code nobody} is somebody with a token but without any role of ours.
 */
public final class AccessTable {
    /** What becomes of a call by somebody with a role. */
    public enum May {
        /** It gets through, whatever regions the person has. */
        YES("yes"),
        /** It gets through in a region of the person's own, and is forbidden in another. */
        OWN("own"),
        /** It gets through; what in it concerns regions that are not the person's own is passed over and changes nothing. */
        ROWS("rows"),
        /** It is forbidden. */
        NO("-");

        private final String word;

        May(String word) {
            this.word = word;
        }

        private static May of(String word) {
            return Arrays.stream(values())
                    .filter(may -> may.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A cell of the table is yes, own, rows or -, not \"" + word + "\""));
        }
    }

    private final Map<String, Map<String, May>> rows;

    private AccessTable(Map<String, Map<String, May>> rows) {
        this.rows = rows;
    }

    /** Reads a table. */
    public static AccessTable of(String text) {
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<String> roles = lines.get(0).subList(1, lines.get(0).size());
        Map<String, Map<String, May>> rows = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != roles.size() + 1) {
                throw new IllegalArgumentException(
                        "The line of " + line.get(0) + " has not " + roles.size() + " cells");
            }
            Map<String, May> cells = new LinkedHashMap<>();
            for (int i = 0; i < roles.size(); i++) {
                cells.put(roles.get(i), May.of(line.get(i + 1)));
            }
            if (rows.put(line.get(0), cells) != null) {
                throw new IllegalArgumentException(line.get(0) + " has two lines");
            }
        }
        return new AccessTable(rows);
    }

    /**
     * Says that the table has a line for every writing call, and for no other.
     *
     * @throws AssertionError saying which lines to add or to take out
     */
    public void isWhole(List<ServiceCall> calls) {
        Set<String> missing = new TreeSet<>();
        Set<String> strangers = new TreeSet<>(rows.keySet());
        calls.stream().filter(ServiceCall::isWrite).map(ServiceCall::name).forEach(call -> {
            if (!strangers.remove(call)) {
                missing.add(call);
            }
        });
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "Nobody has said who may make these calls; add a line for each to the access table:"
                            + ServiceCalls.lines(missing));
        }
        if (!strangers.isEmpty()) {
            throw new AssertionError("There are no such calls; take their lines out of the access table:"
                    + ServiceCalls.lines(strangers));
        }
    }

    /** What each role may do with a call. */
    Map<String, May> row(String call) {
        return Optional.ofNullable(rows.get(call))
                .orElseThrow(() -> new IllegalArgumentException("The access table has no line for " + call));
    }
}
