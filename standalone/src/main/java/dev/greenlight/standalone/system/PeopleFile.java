package dev.greenlight.standalone.system;

import dev.greenlight.standalone.part.PartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The people whom the embedded sign-in knows, read from the same file. */
final class PeopleFile {
    /** Environment variable that names another file; the front door reads it, too. */
    private static final String VARIABLE = "GREENLIGHT_PEOPLE_FILE";

    private static final String WITHIN_JAR = "BOOT-INF/classes/identity/people.yml";

    private PeopleFile() {}

    /** Somebody who can sign in; {@code description} is what others may know, in the words of the HTTP interface. */
    record Entry(String id, String secret, Map<String, @Nullable Object> description) {
        boolean is(String role) {
            return description.get("roles") instanceof List<?> roles && roles.contains(role);
        }
    }

    /** @param edge the front door's jar, which brings the usual people */
    static List<Entry> of(Path edge) {
        Optional<String> named = Optional.ofNullable(System.getenv(VARIABLE)).filter(name -> !name.isBlank());
        try {
            if (named.isPresent()) {
                Path file = Path.of(named.get().replaceFirst("^file:(//)?", ""));
                try (InputStream in = Files.newInputStream(file)) {
                    return read(in);
                }
            }
            try (ZipFile jar = new ZipFile(edge.toFile())) {
                ZipEntry entry = jar.getEntry(WITHIN_JAR);
                if (entry == null) {
                    return List.of();
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    return read(in);
                }
            }
        } catch (IOException e) {
            throw new PartFailure("The people of the embedded sign-in cannot be read: " + e.getMessage(), e);
        }
    }

    static List<Entry> read(InputStream yaml) {
        Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Entry> people = new ArrayList<>();
        if (at(root, "greenlight", "identity", "people") instanceof List<?> entries) {
            for (Object entry : entries) {
                Map<String, @Nullable Object> description = new LinkedHashMap<>();
                for (String field : List.of("id", "name", "email", "roles", "regions", "zone")) {
                    description.put(field, at(entry, field));
                }
                people.add(
                        new Entry(String.valueOf(at(entry, "id")), String.valueOf(at(entry, "secret")), description));
            }
        }
        return people;
    }

    private static @Nullable Object at(@Nullable Object root, String... path) {
        Object here = root;
        for (String name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }
}
