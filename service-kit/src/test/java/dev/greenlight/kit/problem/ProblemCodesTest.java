package dev.greenlight.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.kit.description.InterfaceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Every code that the sources can answer is documented, with its status, and none else. */
class ProblemCodesTest {
    private static final Path ROOT = Path.of(System.getProperty("greenlight.root", ".."));
    private static final Pattern CONFLICT = Pattern.compile("Rejection\\s*\\.conflict\\(\\s*\"([a-z-]+)\"");
    /** A code that its class names, for others to compare with. */
    private static final Pattern NAMED = Pattern.compile("static final String ([A-Z_]+) = \"([a-z-]+)\";");

    private static final Pattern FORBIDDEN =
            Pattern.compile("(?:Rejection|Problems)?\\s*\\.?forbidden\\(\\s*\"([a-z-]+)\"");
    private static final Pattern OF_KIND =
            Pattern.compile("new Rejection\\(\\s*(?:Rejection\\.)?Kind\\.([A-Z_]+),\\s*\"([a-z-]+)\"");
    private static final Pattern OF_STATUS =
            Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*(?:\"[^\"]+\",\\s*)?\"([a-z]+(?:-[a-z]+)+)\"");
    /** The front door writes them without Spring's help. */
    private static final Pattern OF_THE_DOOR =
            Pattern.compile("(\\d{3}),\\s*(?:service \\+ )?\"[^\"]*\",\\s*\"([a-z-]+)\"\\)");

    private static final Pattern OF_FILE = Pattern.compile("refuse\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"");

    /** What Spring itself refuses takes its code from the status. */
    private static final List<HttpStatus> OF_SPRING =
            List.of(HttpStatus.METHOD_NOT_ALLOWED, HttpStatus.NOT_ACCEPTABLE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    @Test
    void everyCodeIsDocumentedAndEveryDocumentedCodeExists() throws IOException {
        assertThat(InterfaceDocument.read().problems()).isEqualTo(inTheSources());
    }

    private static Map<String, Integer> inTheSources() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        OF_SPRING.forEach(status -> codes.put(ProblemAdvice.codeOf(status), status.value()));
        for (Path source : sources()) {
            String text = Files.readString(source);
            NAMED.matcher(text)
                    .results()
                    .filter(named -> text.matches("(?s).*Rejection\\s*\\.conflict\\(\\s*" + named.group(1) + "\\b.*"))
                    .forEach(named -> codes.put(named.group(2), 409));
            CONFLICT.matcher(text).results().forEach(found -> codes.put(found.group(1), 409));
            FORBIDDEN.matcher(text).results().forEach(found -> codes.put(found.group(1), 403));
            OF_FILE.matcher(text).results().forEach(found -> codes.put(found.group(1), 400));
            if (source.endsWith("edge/problem/Problem.java")) {
                OF_THE_DOOR
                        .matcher(text)
                        .results()
                        .forEach(found -> codes.put(found.group(2), Integer.valueOf(found.group(1))));
            }
            Matcher ofKind = OF_KIND.matcher(text);
            while (ofKind.find()) {
                codes.put(
                        ofKind.group(2), Rejection.Kind.valueOf(ofKind.group(1)).status());
            }
            Matcher ofStatus = OF_STATUS.matcher(text);
            while (ofStatus.find()) {
                codes.put(
                        ofStatus.group(2), HttpStatus.valueOf(ofStatus.group(1)).value());
            }
        }
        return codes;
    }

    private static Set<Path> sources() throws IOException {
        Set<Path> sources = new TreeSet<>();
        for (String module :
                List.of("service-kit", "launch-service", "sales-capacity-service", "notification-service", "edge")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
