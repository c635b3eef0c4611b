package dev.greenlight.edge.route;

import java.net.URI;
import java.util.List;

/**
 * A service behind the door.
 *
 * @param name short, also in {@code /v3/api-docs/<name>}
 * @param title as people know it, for sentences
 * @param url its base address
 * @param paths the path patterns that lead to it
 */
record Upstream(String name, String title, URI url, List<String> paths) {
    Upstream {
        paths = List.copyOf(paths);
    }
}
