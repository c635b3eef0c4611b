package dev.greenlight.kit.exchange;

import dev.greenlight.kit.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** A file that somebody brings, as the body of a call or in the field {@code file} of a form. */
public final class ImportFile {
    /** Larger files are refused. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private final byte[] bytes;
    private final FileFormat format;

    private ImportFile(byte[] bytes, FileFormat format) {
        if (bytes.length > MOST_BYTES) {
            throw new Rejection(
                            Rejection.Kind.TOO_LARGE,
                            "file-too-large",
                            "A file has at most " + MOST_BYTES / 1024 / 1024 + " MB; split it",
                            List.of())
                    .asException();
        }
        this.bytes = bytes;
        this.format = format;
    }

    /**
     * The body of a call.
     *
     * @throws dev.greenlight.kit.problem.RejectedException 413 when it is too large
     */
    public static ImportFile ofBody(HttpServletRequest request) throws IOException {
        return new ImportFile(
                request.getInputStream().readNBytes(MOST_BYTES + 1), FileFormat.sent(request.getContentType(), null));
    }

    /**
     * The file of a form.
     *
     * @param file null where the form has no such field
     * @throws dev.greenlight.kit.problem.RejectedException when there is none, or it is too large
     */
    public static ImportFile ofForm(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw Rejection.invalid("/file", "The form has no field \"file\"").asException();
        }
        return new ImportFile(file.getBytes(), FileFormat.sent(file.getContentType(), file.getOriginalFilename()));
    }

    /** How it is written. */
    public FileFormat format() {
        return format;
    }

    /** What makes two files the same, in place of their megabytes. */
    public Fingerprint fingerprint() {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Its rows, whichever format it has.
     *
     * @param required the columns that a table must have, in lower case
     * @throws dev.greenlight.kit.problem.RejectedException when something is wrong with the file as a whole
     */
    public List<FileRow> rows(Collection<String> required) {
        return format == FileFormat.JSON ? JsonItems.rows(JsonItems.read(bytes)) : FileRows.read(bytes, required);
    }

    /**
     * The items of a file in JSON.
     *
     * @throws dev.greenlight.kit.problem.RejectedException when something is wrong with the file as a whole
     */
    public List<JsonNode> items() {
        return JsonItems.read(bytes);
    }

    /** The hash of a file. */
    public record Fingerprint(String sha256) {}
}
