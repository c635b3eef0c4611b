package dev.greenlight.kit.exchange;

import java.util.ArrayList;
import java.util.List;

/** Several texts in one cell, each on a line of its own; a backslash stands before what would be taken for a line's end. */
public final class Lines {
    private static final char ESCAPE = '\\';

    private Lines() {}

    /** The cell of these texts. */
    public static String join(List<String> texts) {
        return String.join("\n", texts.stream().map(Lines::escape).toList());
    }

    /** The texts of a cell; blank lines are none. */
    public static List<String> split(String cell) {
        List<String> texts = new ArrayList<>();
        for (String line : cell.split("\r\n|\n|\r", -1)) {
            if (!line.isBlank()) {
                texts.add(unescape(line.strip()));
            }
        }
        return texts;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ESCAPE || i + 1 == line.length()) {
                text.append(c);
                continue;
            }
            char next = line.charAt(++i);
            text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return text.toString();
    }
}
