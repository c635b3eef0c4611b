package dev.greenlight.kit.exchange;

import java.util.regex.Pattern;

/**
 * Text as it stands in a cell that a spreadsheet opens. A text that a spreadsheet would run as a formula is written with an
 * apostrophe before it, and so is one that begins with such an apostrophe itself, so that reading gives back exactly what was
 * written.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetText {
    private static final char APOSTROPHE = '\'';
    /** With the wide forms, which some spreadsheets take for the narrow ones. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern PLAIN_NEGATIVE = Pattern.compile("-\\d+(?:[.,]\\d+)?");

    private SpreadsheetText() {}

    /** The cell of a text. */
    public static String write(String text) {
        return isRisky(text) ? APOSTROPHE + text : text;
    }

    /** The text of a cell that {@link #write} made; any other cell is its own text. */
    public static String read(String cell) {
        boolean escaped = !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && isRisky(cell.substring(1));
        return escaped ? cell.substring(1) : cell;
    }

    /** Whether a spreadsheet would run the cell rather than show it; a negative number is no formula. */
    public static boolean isFormula(String cell) {
        String text = cell.strip();
        return !text.isEmpty()
                && SIGNS.indexOf(text.charAt(0)) >= 0
                && !PLAIN_NEGATIVE.matcher(text).matches();
    }

    private static boolean isRisky(String text) {
        String visible = text.strip();
        return !visible.isEmpty() && (visible.charAt(0) == APOSTROPHE || SIGNS.indexOf(visible.charAt(0)) >= 0);
    }
}
