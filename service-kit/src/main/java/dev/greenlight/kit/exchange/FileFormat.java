package dev.greenlight.kit.exchange;

import dev.greenlight.kit.problem.Rejection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** How a file is written. */
public enum FileFormat {
    /** A table for spreadsheets, RFC 4180 in UTF-8. */
    CSV("csv", "text/csv"),
    /** For programs. */
    JSON("json", MediaType.APPLICATION_JSON_VALUE);

    private final String extension;
    private final String mediaType;

    FileFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The end of a file's name. */
    public String extension() {
        return extension;
    }

    /** The media type as it is sent. */
    public String contentType() {
        return this == CSV ? mediaType + "; charset=utf-8; header=present" : mediaType;
    }

    private MediaType type() {
        return MediaType.parseMediaType(mediaType);
    }

    /**
     * The format that a client wants.
     *
     * @param wanted {@code csv} or {@code json}; null where the address does not say
     * @param accept the header {@code Accept}; null where there is none
     * @throws dev.greenlight.kit.problem.RejectedException for another format
     * @throws HttpMediaTypeNotAcceptableException when the client takes neither
     */
    static FileFormat of(@Nullable String wanted, @Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (wanted != null && !wanted.isEmpty()) {
            for (FileFormat format : values()) {
                if (format.extension.equals(wanted.toLowerCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw Rejection.invalid("format", "The format is csv or json, not \"" + wanted + "\"")
                    .asException();
        }
        List<MediaType> accepted = accepted(accept);
        for (MediaType type : accepted) {
            if (type.includes(JSON.type())) {
                return JSON;
            }
            if (type.includes(CSV.type())) {
                return CSV;
            }
        }
        throw new HttpMediaTypeNotAcceptableException(List.of(JSON.type(), CSV.type()));
    }

    private static List<MediaType> accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of(MediaType.ALL);
        }
    }

    /** The format of a file that somebody sends; JSON only where it says so. */
    static FileFormat sent(@Nullable String contentType, @Nullable String fileName) {
        boolean json = (contentType != null
                        && contentType.toLowerCase(Locale.ROOT).startsWith("application/json"))
                || (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".json"));
        return json ? JSON : CSV;
    }
}
