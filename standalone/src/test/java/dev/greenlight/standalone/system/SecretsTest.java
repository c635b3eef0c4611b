package dev.greenlight.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void aPasswordIsMadeOnceAndKeptWhereOnlyItsOwnerMayRead() throws IOException {
        Path file = directory.resolve("secrets");

        String made = new Secrets(file).of("postgres");

        assertThat(new Secrets(file).of("postgres")).isEqualTo(made).hasSizeGreaterThan(20);
        assertThat(new Secrets(file).of("launch_service")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
