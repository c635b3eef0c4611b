package dev.greenlight.kit.exchange;

import dev.greenlight.kit.exchange.ImportReport.Outcome;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that could be read, and the refusals of those that could not.
 *
 * @param <T> what a row stands for
 */
public record ReadRows<T>(List<Read<T>> read, List<Outcome> refused) {
    /** Takes copies. */
    public ReadRows {
        read = List.copyOf(read);
        refused = List.copyOf(refused);
    }

    /**
     * A row that could be read.
     *
     * @param remark what was taken differently than it was spelt; null when nothing was
     */
    public record Read<T>(int row, T value, @Nullable String remark) {}

    /** A row's value with what is to be said of it. */
    public record Value<T>(T value, List<String> remarks) {}

    /**
     * Reads all rows; a row that says the same thing's state a second time is refused.
     *
     * @param reader throws {@link IllegalArgumentException} with a sentence when a row is wrong
     * @param identity what makes two rows speak of the same thing
     */
    public static <T> ReadRows<T> of(List<FileRow> rows, Function<FileRow, Value<T>> reader, Function<T, ?> identity) {
        return of(rows, FileRow.LONGEST_CELL, reader, identity);
    }

    /** As {@link #of(List, Function, Function)}, for cells of so many characters. */
    public static <T> ReadRows<T> of(
            List<FileRow> rows, int longestCell, Function<FileRow, Value<T>> reader, Function<T, ?> identity) {
        List<Read<T>> read = new ArrayList<>();
        List<Outcome> refused = new ArrayList<>();
        Map<Object, Integer> seen = new HashMap<>();
        for (FileRow row : rows) {
            try {
                row.check(longestCell);
                Value<T> value = reader.apply(row);
                Integer earlier = seen.putIfAbsent(identity.apply(value.value()), row.number());
                if (earlier != null) {
                    throw new IllegalArgumentException("Row " + earlier + " is about the same already");
                }
                read.add(new Read<>(
                        row.number(),
                        value.value(),
                        value.remarks().isEmpty() ? null : String.join("; ", value.remarks())));
            } catch (IllegalArgumentException e) {
                refused.add(new Outcome(row.number(), RowStatus.REFUSED, e.getMessage()));
            }
        }
        return new ReadRows<>(read, refused);
    }

    /** What the rows stand for. */
    public List<T> values() {
        return read.stream().map(Read::value).toList();
    }

    /** The report when every row that could be read is taken; what was known of each decides what became of it. */
    public ImportReport report(Function<T, @Nullable T> known) {
        return report(read.stream()
                .map(row -> new Outcome(row.row(), status(row.value(), known.apply(row.value())), row.remark()))
                .toList());
    }

    /** The report with these outcomes of the rows that could be read. */
    public ImportReport report(List<Outcome> outcomes) {
        return ImportReport.of(Stream.concat(outcomes.stream(), refused.stream())
                .sorted(Comparator.comparingInt(Outcome::row))
                .toList());
    }

    /** The values that are new or say something else than what was known. */
    public List<T> changed(Function<T, @Nullable T> known) {
        return values().stream()
                .filter(value -> status(value, known.apply(value)) != RowStatus.UNCHANGED)
                .toList();
    }

    private static <T> RowStatus status(T value, @Nullable T known) {
        return Optional.ofNullable(known)
                .map(before -> before.equals(value) ? RowStatus.UNCHANGED : RowStatus.UPDATED)
                .orElse(RowStatus.CREATED);
    }
}
