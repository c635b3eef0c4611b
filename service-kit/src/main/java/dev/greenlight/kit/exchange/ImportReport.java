package dev.greenlight.kit.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, row by row.
 *
 * @param rows how many rows there were under the heading
 * @param results refused and remarked rows only, in the file's order
 */
public record ImportReport(int rows, int created, int updated, int unchanged, int refused, List<Result> results) {

    /** What became of a row. */
    public enum RowStatus {
        /** It is new. */
        CREATED,
        /** It says something else than before. */
        UPDATED,
        /** It says what was known. */
        UNCHANGED,
        /** It was not taken. */
        REFUSED
    }

    /**
     * A row of which something is to be said.
     *
     * @param row as a spreadsheet counts
     */
    public record Result(int row, RowStatus status, String message) {}

    /** What became of one row, with a message where there is something to be said. */
    public record Outcome(
            int row, RowStatus status, @Nullable String message) {}

    /** Counts the outcomes of all rows. */
    public static ImportReport of(List<Outcome> outcomes) {
        return new ImportReport(
                outcomes.size(),
                count(outcomes, RowStatus.CREATED),
                count(outcomes, RowStatus.UPDATED),
                count(outcomes, RowStatus.UNCHANGED),
                count(outcomes, RowStatus.REFUSED),
                outcomes.stream()
                        .flatMap(outcome -> outcome.message() == null
                                ? Stream.empty()
                                : Stream.of(new Result(outcome.row(), outcome.status(), outcome.message())))
                        .toList());
    }

    private static int count(List<Outcome> outcomes, RowStatus status) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }
}
