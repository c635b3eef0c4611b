package dev.greenlight.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each edge case of the domain has a test class of its own, and docs/edge-cases.md says which. */
class EdgeCasesTest {
    private static final Path ROOT = Path.of(System.getProperty("greenlight.root", ".."));
    private static final Pattern NAME = Pattern.compile("EdgeCase(\\d\\d)\\w+(?:Test|IT)\\.java");
    private static final int CASES = 25;

    @Test
    void eachEdgeCaseHasOneTestClass() throws IOException {
        assertThat(classes().stream().map(EdgeCasesTest::number))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void theDocumentationNamesEachOfThem() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/edge-cases.md"));

        assertThat(classes().stream().map(name -> name.replace(".java", "")))
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    private static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static List<String> classes() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(EdgeCasesTest::filesIn)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        }
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
