package dev.greenlight.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens, kept in a file (a JWK) so that tokens outlive a restart. Only its owner can read the file. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    /**
     * Reads the key, and makes it when the file isn't there yet.
     *
     * @throws IllegalStateException when the file holds something else
     */
    static RSAKey at(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file.toAbsolutePath());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key can't be kept in " + file, e);
        }
    }

    private static RSAKey read(Path file) throws IOException {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            throw new IllegalStateException(file + " does not hold a signing key; move it away and start again", e);
        }
        throw new IllegalStateException(file + " holds a public key only; move it away and start again");
    }

    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(folder, "signing-key", ".new", readableByOwnerOnly());
        Files.writeString(beside, generate().toJSONString());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java can't make an RSA key", e);
        }
    }

    private static FileAttribute<?>[] readableByOwnerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
