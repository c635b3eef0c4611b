package dev.greenlight.sales.opportunity;

import dev.greenlight.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** A product of the price list. */
public record Product(String name, @Nullable String series, Money listPrice) {
    /** What its spellings have in common. */
    public String key() {
        return NameKey.ofProduct(name);
    }
}
