package dev.greenlight.sales.opportunity;

import dev.greenlight.kit.money.Money;

/**
 * An opportunity as a field report names it.
 *
 * @param value its own, or its product's list price where it has none
 * @param estimated whether the value is the list price
 * @param open whether it may still be won
 */
public record NamedOpportunity(String id, String product, Money value, boolean estimated, boolean open) {}
