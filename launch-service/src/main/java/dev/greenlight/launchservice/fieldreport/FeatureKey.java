package dev.greenlight.launchservice.fieldreport;

import dev.greenlight.launchservice.launch.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The same missing feature of one launch, in whatever words' case and spacing.
 *
 * @param hash of the words, as these may be too long for an index
 */
public record FeatureKey(UUID launchId, String hash) implements Comparable<FeatureKey> {
    private static final Comparator<FeatureKey> ORDER =
            Comparator.comparing(FeatureKey::launchId).thenComparing(FeatureKey::hash);

    /** The key of a feature as somebody wrote it. */
    public static FeatureKey of(UUID launchId, String feature) {
        try {
            byte[] words = Wording.sameness(feature).getBytes(StandardCharsets.UTF_8);
            return new FeatureKey(
                    launchId,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(words)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(FeatureKey other) {
        return ORDER.compare(this, other);
    }
}
