package dev.greenlight.kit.staffing;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * Full-time equivalents, exact: 0.1 + 0.2 is 0.3. From 0 up, at most four decimal places; equal amounts are equal whatever
 * their trailing zeros.
 */
public record Fte(BigDecimal amount) implements Comparable<Fte> {
    /** Decimal places that are kept; the events' decimal type has the same. */
    public static final int SCALE = 4;

    /** Nobody. */
    public static final Fte ZERO = new Fte(BigDecimal.ZERO);

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final int LONGEST_TEXT = 20;

    /**
     * Checks and normalises the amount.
     *
     * @throws IllegalArgumentException when it is negative or has more than four decimal places; the message is a sentence
     *     for the person who wrote it
     */
    public Fte {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("FTE can't be negative");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > SCALE) {
            throw new IllegalArgumentException("FTE has at most " + SCALE + " decimal places");
        }
        amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Reads what a person wrote, for example {@code 2.5}; greater than 0 and at most 10,000.
     *
     * @throws IllegalArgumentException with a sentence for that person when it is no such number
     */
    public static Fte of(String text) {
        BigDecimal amount;
        try {
            if (text.length() > LONGEST_TEXT) {
                throw new NumberFormatException("too long");
            }
            amount = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("FTE is a decimal number such as \"2.5\"", e);
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("FTE must be greater than 0");
        }
        if (amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("FTE can't be more than 10000");
        }
        return new Fte(amount);
    }

    /** The sum of all; {@link #ZERO} of none. */
    public static Fte sum(Collection<Fte> parts) {
        return parts.stream().reduce(ZERO, Fte::plus);
    }

    /** This and the other together. */
    public Fte plus(Fte other) {
        return new Fte(amount.add(other.amount));
    }

    /** What is left when the other is taken away; never less than {@link #ZERO}. */
    public Fte minus(Fte other) {
        return new Fte(amount.subtract(other.amount).max(BigDecimal.ZERO));
    }

    /** Whether this is less than the other. */
    public boolean isLessThan(Fte other) {
        return compareTo(other) < 0;
    }

    /** The amount with the scale of the events' decimal type. */
    public BigDecimal scaled() {
        return amount.setScale(SCALE);
    }

    @Override
    public int compareTo(Fte other) {
        return amount.compareTo(other.amount);
    }

    /** The plain decimal, without trailing zeros: {@code 2.5}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
