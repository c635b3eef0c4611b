package dev.greenlight.sales.opportunity;

import org.jspecify.annotations.Nullable;

/** A customer. */
public record Account(String name, @Nullable String sector) {
    /** What its spellings have in common. */
    public String key() {
        return NameKey.of(name);
    }
}
