package dev.greenlight.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateMachinesTest {

    @Test
    void theDiagramsInTheDocumentationAreDrawnFromTheTables() throws IOException {
        Path document = Path.of(System.getProperty("greenlight.root", ".."), "docs", "state-machines.md");

        assertThat(Files.readString(document))
                .as("docs/state-machines.md differs from the tables; draw it anew with \"make diagrams\"")
                .isEqualTo(StateMachines.document());
    }
}
