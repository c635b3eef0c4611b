package dev.greenlight.standalone.cli;

import dev.greenlight.standalone.part.PlatformDirectory;
import dev.greenlight.standalone.system.EmbeddedSystem;
import dev.greenlight.standalone.system.Home;
import dev.greenlight.standalone.system.Ports;
import java.nio.file.Path;

/**
 * What a command works on.
 *
 * @param project top of the project's tree
 * @param home data, logs and what is known of the running processes
 * @param ports where the parts listen
 */
record Surroundings(Path project, Home home, Ports ports) {
    static Surroundings find() {
        return new Surroundings(
                PlatformDirectory.projectDirectory(), Home.locate(System.getenv()), Ports.chosenBy(System.getenv()));
    }

    EmbeddedSystem system() {
        return new EmbeddedSystem(project, home, ports);
    }
}
