package dev.greenlight.kit.money;

import java.util.Currency;

/** An amount in the minor units of an ISO 4217 currency: 125000 USD is 1,250 dollars. From 0 up; currencies are never added. */
public record Money(long amount, String currency) {
    /**
     * Checks amount and currency.
     *
     * @throws IllegalArgumentException with a sentence for the person who wrote it
     */
    public Money {
        if (amount < 0) {
            throw new IllegalArgumentException("An amount of money can't be negative");
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The currency is an ISO 4217 code such as \"USD\"", e);
        }
    }

    /**
     * The sum of two amounts of one currency.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when the sum does not fit
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are not added together");
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }
}
