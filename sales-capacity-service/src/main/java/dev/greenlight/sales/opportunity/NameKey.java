package dev.greenlight.sales.opportunity;

import java.util.Locale;
import java.util.regex.Pattern;

/** What two spellings of one name have in common. */
public final class NameKey {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private NameKey() {}

    /** For accounts and features: upper and lower case and the amount of white space make no difference. */
    public static String of(String name) {
        return WHITE_SPACE.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** For products: white space makes no difference at all, so that {@code GTXPro} is {@code GTX Pro}. */
    public static String ofProduct(String name) {
        return WHITE_SPACE.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
