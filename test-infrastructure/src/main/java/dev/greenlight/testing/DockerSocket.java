package dev.greenlight.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Spares the tests the seconds and the stack traces with which Testcontainers finds that there is no Docker at all. */
final class DockerSocket {
    private DockerSocket() {}

    static boolean mayBeThere() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
    }
}
