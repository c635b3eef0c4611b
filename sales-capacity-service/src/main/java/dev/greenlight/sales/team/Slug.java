package dev.greenlight.sales.team;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes ids out of names: {@code Mei-Mei Johns} is {@code mei-mei-johns}. Letters of every script stay. */
public final class Slug {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DASHES_AT_THE_ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    /**
     * The id of a name.
     *
     * @throws IllegalArgumentException when the name has neither letter nor digit
     */
    public static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = DASHES_AT_THE_ENDS
                .matcher(NO_LETTER_OR_DIGIT.matcher(plain).replaceAll("-"))
                .replaceAll("");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException("\"" + name + "\" has neither a letter nor a digit");
        }
        return slug;
    }

    /** Whether the text is an id as names give them, so that it can stand in an address. */
    public static boolean isSlug(String text) {
        return !text.isEmpty()
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')
                && Character.isLetterOrDigit(text.codePointAt(0));
    }
}
