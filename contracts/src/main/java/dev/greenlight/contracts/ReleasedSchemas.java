package dev.greenlight.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Every schema version that was ever released, oldest first, as kept under {@code schemas/<topic>/v<n>.avsc}. */
public final class ReleasedSchemas {
    private ReleasedSchemas() {}

    /**
     * The released versions of a topic's values.
     *
     * @return oldest first, never empty; the last one is what this version of the software writes
     */
    public static List<Schema> of(Topic topic) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            String resource = "/schemas/" + topic.topicName() + "/v" + version + ".avsc";
            try (InputStream text = ReleasedSchemas.class.getResourceAsStream(resource)) {
                if (text == null) {
                    break;
                }
                versions.add(new Schema.Parser().parse(text));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + resource, e);
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("No released schema of " + topic.topicName() + " is on the class path");
        }
        return List.copyOf(versions);
    }
}
