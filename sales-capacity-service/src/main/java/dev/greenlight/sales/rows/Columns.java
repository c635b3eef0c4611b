package dev.greenlight.sales.rows;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns of many rows as text arrays, for statements that write all rows at once with {@code unnest(…::type[], …)}. The
 * statement casts them to what they are.
 */
public final class Columns {
    private Columns() {}

    /** One column of the rows. */
    public static <R> @Nullable String[] of(Collection<R> rows, Function<R, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        int index = 0;
        for (R row : rows) {
            Object cell = value.apply(row);
            column[index++] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
