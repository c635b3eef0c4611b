package dev.greenlight.launchservice.launch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two texts of different hands mean the same. */
public final class Wording {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{Z}\\s]+");

    private Wording() {}

    /** The same for texts that differ only in case, white space or how Unicode composes their letters. */
    public static String sameness(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String spaced = WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
        // Upper case first: it folds what has no single lower case, such as the German sharp s.
        return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
