package dev.greenlight.kit.http;

/** Entity tags: the revision of a resource in quotes. */
public final class Etag {
    private Etag() {}

    /** The tag of a revision, for example {@code "7"} with the quotes. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }
}
