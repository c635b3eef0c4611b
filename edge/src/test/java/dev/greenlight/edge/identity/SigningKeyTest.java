package dev.greenlight.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsTheSameAfterARestart() {
        Path file = folder.resolve("identity/key.json");

        RSAKey first = SigningKey.at(file);
        RSAKey second = SigningKey.at(file);

        assertThat(second).isEqualTo(first);
        assertThat(second.isPrivate()).isTrue();
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        Path file = folder.resolve("key.json");

        SigningKey.at(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatHoldsSomethingElseIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), "my notes");

        assertThatThrownBy(() -> SigningKey.at(file)).hasMessageContaining("does not hold a signing key");

        assertThat(file).hasContent("my notes");
    }

    @Test
    void aPublicKeyIsNotTakenForASigningKey() throws IOException {
        RSAKey key = SigningKey.at(folder.resolve("key.json"));
        Path file = Files.writeString(
                folder.resolve("public.json"), key.toPublicJWK().toJSONString());

        assertThatThrownBy(() -> SigningKey.at(file)).hasMessageContaining("holds a public key only");
    }
}
