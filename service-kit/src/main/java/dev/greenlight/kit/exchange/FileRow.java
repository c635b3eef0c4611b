package dev.greenlight.kit.exchange;

import dev.greenlight.kit.money.Money;
import dev.greenlight.kit.staffing.SensibleTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet counts; the heading is row 1
 */
public record FileRow(int number, List<String> columns, List<String> cells, Origin origin) {
    /** Where a row comes from. */
    public enum Origin {
        /** A spreadsheet may open its file, and may have written it. */
        TABLE,
        /** A program wrote it. */
        ITEM
    }

    static final int LONGEST_CELL = 500;
    private static final int LONGEST_SHOWN = 40;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("\\d{1,19}(?:\\.\\d{1,6})?");
    private static final String DEFAULT_CURRENCY = "USD";

    /** Takes copies. */
    public FileRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** A row of a table. */
    public static FileRow ofTable(int number, List<String> columns, List<String> cells) {
        return new FileRow(number, columns, cells, Origin.TABLE);
    }

    /** A row of texts that were read already. */
    public static FileRow ofTexts(int number, List<String> columns, List<String> texts) {
        return new FileRow(number, columns, texts, Origin.ITEM);
    }

    /** An item of a list. */
    static FileRow ofItem(int number, List<String> columns, List<String> cells) {
        return new FileRow(number, columns, cells, Origin.ITEM);
    }

    /**
     * Checks that the row is one of this file, has no cell of more than 500 characters, and that nothing in it would be run by a
     * spreadsheet.
     *
     * @throws IllegalArgumentException with a sentence for who sent the file
     */
    public void check() {
        check(LONGEST_CELL);
    }

    /** As {@link #check()}, for cells of so many characters. */
    public void check(int longestCell) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has " + cells.size() + " cells, the heading has " + columns.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            checkCell(columns.get(i), cells.get(i), longestCell);
        }
    }

    private void checkCell(String column, String cell, int longestCell) {
        String text = cell.strip();
        if (text.codePointCount(0, text.length()) > longestCell) {
            throw new IllegalArgumentException(column + " has more than " + longestCell + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new IllegalArgumentException(column + " has a control character");
        }
        if (origin == Origin.TABLE && SpreadsheetText.isFormula(cell)) {
            throw new IllegalArgumentException(column + " begins with \"" + text.charAt(0)
                    + "\", which a spreadsheet would take for a formula; where it is meant as a text, write an apostrophe"
                    + " before it");
        }
    }

    /** The text of a cell, trimmed; null when it is empty or there is no such column. */
    public @Nullable String optional(String column) {
        int index = columns.indexOf(column);
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        String cell = cells.get(index).strip();
        String text = origin == Origin.TABLE ? SpreadsheetText.read(cell) : cell;
        return text.isEmpty() ? null : text;
    }

    /** Whether the file has such a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The texts of a cell that has one on each line. */
    public List<String> list(String column) {
        String text = optional(column);
        return text == null ? List.of() : Lines.split(text);
    }

    /**
     * A whole number from 0 up; null when the cell is empty.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public @Nullable Long number(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(column + " is a whole number, not " + shown(text));
        }
        return Long.valueOf(text);
    }

    /**
     * An id such as exports have it; null when the cell is empty.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public @Nullable UUID id(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(column + " is an id as an export has it, not " + shown(text));
        }
        return UUID.fromString(text);
    }

    /** Money of the row's {@code currency}, as it is written in a cell, for example 1054.50. */
    public static String amountOf(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString();
    }

    private static String shown(String text) {
        return "\"" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + "\"";
    }

    /**
     * The text of a cell that must not be empty.
     *
     * @throws IllegalArgumentException when it is
     */
    public String required(String column) {
        String text = optional(column);
        if (text == null) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return text;
    }

    /**
     * A date such as 2017-03-01; null when the cell is empty.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public @Nullable LocalDate date(String column) {
        String text = optional(column);
        try {
            return text == null ? null : SensibleTime.day(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(column + " is a date such as 2017-03-01, not " + shown(text), e);
        }
    }

    /** The currency of the row's amounts; US dollars where the file says nothing. */
    public String currency() {
        return currency("currency");
    }

    private String currency(String column) {
        String text = optional(column);
        return new Money(0, text == null ? DEFAULT_CURRENCY : text.toUpperCase(Locale.ROOT)).currency();
    }

    /**
     * An amount of the row's currency in its minor units; null when the cell is empty.
     *
     * @throws IllegalArgumentException when it is negative, no plain number, or finer than the currency
     */
    public @Nullable Long amount(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        long amount = minorUnits(column, text, currency());
        if (new BigDecimal(text).compareTo(MOST) > 0) {
            throw new IllegalArgumentException(column + " is more than " + MOST.toPlainString());
        }
        return amount;
    }

    /**
     * Money whose amount and currency stand in two columns; null when the amount is empty.
     *
     * @throws IllegalArgumentException when it is negative, no plain number, or finer than the currency
     */
    public @Nullable Money money(String column, String currencyColumn) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        String currency = currency(currencyColumn);
        return new Money(minorUnits(column, text, currency), currency);
    }

    private static long minorUnits(String column, String text, String currency) {
        if (!PLAIN_AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(column + " is an amount such as 1054 or 1054.50, not " + shown(text));
        }
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal amount = new BigDecimal(text).movePointRight(digits);
        if (amount.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(column + " has more than " + digits + " decimal places");
        }
        if (amount.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(column + " is too large");
        }
        return amount.longValueExact();
    }
}
