package dev.greenlight.kit.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/http-interface.md} and {@code docs/problems.md} say, read from their tables: each section of the first one is
 * about a service, each row about a call.
 */
public final class InterfaceDocument {
    private static final Pattern SECTION = Pattern.compile("^## (.+)$");
    private static final Pattern EXAMPLE = Pattern.compile("^#### `([A-Z]+) ([^`]+)`$");
    private static final Pattern CALL = Pattern.compile("`([A-Z]+) ([^`]+)`");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int CALL_COLUMNS = 7;
    private static final int PROBLEM_COLUMNS = 4;

    private final Map<String, Map<String, DescribedCall>> calls = new LinkedHashMap<>();
    private final Map<String, Integer> problems = new LinkedHashMap<>();

    private InterfaceDocument() {}

    /** Reads what is on the class path. */
    public static InterfaceDocument read() {
        InterfaceDocument document = new InterfaceDocument();
        document.readCalls(lines("http-interface.md"));
        document.readProblems(lines("problems.md"));
        return document;
    }

    /** The calls of a service. */
    public List<DescribedCall> calls(String section) {
        return List.copyOf(calls.getOrDefault(section, Map.of()).values());
    }

    /** What is said of a call of a service. */
    public Optional<DescribedCall> call(String service, String method, String path) {
        return Optional.ofNullable(calls.getOrDefault(service, Map.of()).get(DescribedCall.key(method, path)));
    }

    /** The HTTP status of each problem code. */
    public Map<String, Integer> problems() {
        return Map.copyOf(problems);
    }

    private static List<String> lines(String name) {
        try (InputStream file = InterfaceDocument.class.getResourceAsStream("/greenlight/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private void readCalls(List<String> lines) {
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = SECTION.matcher(line);
            Matcher example = EXAMPLE.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (example.matches()) {
                give(section, DescribedCall.key(example.group(1), example.group(2)), block(lines, i));
            } else if (line.startsWith("| `")) {
                for (DescribedCall call : read(cells(line))) {
                    calls.computeIfAbsent(section, key -> new LinkedHashMap<>()).put(call.key(), call);
                }
            }
        }
    }

    private void give(String section, String key, String example) {
        calls.getOrDefault(section, Map.of()).computeIfPresent(key, (same, call) -> call.withExample(example));
    }

    /** The lines between the next two fences. */
    private static String block(List<String> lines, int from) {
        List<String> block = new ArrayList<>();
        boolean inside = false;
        for (String line : lines.subList(from, lines.size())) {
            if (line.startsWith("```")) {
                if (inside) {
                    return String.join("\n", block);
                }
                inside = true;
            } else if (inside) {
                block.add(line);
            }
        }
        throw new IllegalStateException("An example is not ended: " + lines.get(from));
    }

    /** A row is about one call, or several that differ in their address only. */
    private static List<DescribedCall> read(List<String> cells) {
        if (cells.size() != CALL_COLUMNS) {
            throw new IllegalStateException("A row of calls has " + CALL_COLUMNS + " cells: " + cells);
        }
        List<DescribedCall> read = new ArrayList<>();
        Matcher call = CALL.matcher(cells.get(0));
        while (call.find()) {
            read.add(new DescribedCall(
                    call.group(1),
                    call.group(2),
                    cells.get(1).equals("any") ? List.of() : words(cells.get(1)),
                    quoted(cells.get(2)),
                    words(cells.get(3)).stream().map(Integer::valueOf).toList(),
                    quoted(cells.get(4)),
                    quoted(cells.get(5)),
                    cells.get(6),
                    null));
        }
        return read;
    }

    private void readProblems(List<String> lines) {
        lines.stream()
                .filter(line -> line.startsWith("| `"))
                .map(InterfaceDocument::cells)
                .forEach(cells -> {
                    if (cells.size() != PROBLEM_COLUMNS) {
                        throw new IllegalStateException(
                                "A row of problems has " + PROBLEM_COLUMNS + " cells: " + cells);
                    }
                    problems.put(quoted(cells.get(0)).get(0), Integer.valueOf(cells.get(1)));
                });
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[ ,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
