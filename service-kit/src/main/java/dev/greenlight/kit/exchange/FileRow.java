package dev.greenlight.sales.crm;

import dev.greenlight.kit.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet counts; the heading is row 1
 */
record CrmRow(int number, List<String> columns, List<String> cells) {
    private static final int LONGEST_CELL = 500;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final Pattern PLAIN_NEGATIVE = Pattern.compile("-\\d+(?:[.,]\\d+)?");
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("\\d{1,15}(?:\\.\\d{1,6})?");
    private static final String DEFAULT_CURRENCY = "USD";

    /**
     * Checks that the row is one of this file and that nothing in it would be run by a spreadsheet.
     *
     * @throws IllegalArgumentException with a sentence for who sent the file
     */
    void check() {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has " + cells.size() + " cells, the heading has " + columns.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            checkCell(columns.get(i), cells.get(i));
        }
    }

    private static void checkCell(String column, String cell) {
        String text = cell.strip();
        if (text.codePointCount(0, text.length()) > LONGEST_CELL) {
            throw new IllegalArgumentException(column + " has more than " + LONGEST_CELL + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new IllegalArgumentException(column + " has a control character");
        }
        boolean formula = !text.isEmpty()
                && "=+-@".indexOf(text.charAt(0)) >= 0
                && !PLAIN_NEGATIVE.matcher(text).matches();
        if (formula) {
            throw new IllegalArgumentException(
                    column + " begins with \"" + text.charAt(0) + "\", which a spreadsheet would take for a formula");
        }
    }

    /** The text of a cell, trimmed; null when it is empty or there is no such column. */
    @Nullable String optional(String column) {
        int index = columns.indexOf(column);
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        String text = cells.get(index).strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * The text of a cell that must not be empty.
     *
     * @throws IllegalArgumentException when it is
     */
    String required(String column) {
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
    @Nullable LocalDate date(String column) {
        String text = optional(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(column + " is a date such as 2017-03-01, not \"" + text + "\"", e);
        }
    }

    /** The currency of the row's amounts; US dollars where the file says nothing. */
    String currency() {
        String text = optional("currency");
        return new Money(0, text == null ? DEFAULT_CURRENCY : text.toUpperCase(Locale.ROOT)).currency();
    }

    /**
     * An amount of the row's currency in its minor units; null when the cell is empty.
     *
     * @throws IllegalArgumentException when it is negative, no plain number, or finer than the currency
     */
    @Nullable Long amount(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        if (!PLAIN_AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(column + " is an amount such as 1054 or 1054.50, not \"" + text + "\"");
        }
        BigDecimal amount = new BigDecimal(text);
        int digits = Math.max(0, Currency.getInstance(currency()).getDefaultFractionDigits());
        if (amount.stripTrailingZeros().scale() > digits || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    column + " has more than " + digits + " decimal places, or is more than " + MOST.toPlainString());
        }
        return amount.movePointRight(digits).longValueExact();
    }
}
