package dev.greenlight.kit.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives out one kind of file, in its caller's transaction. */
public interface FileExport {
    /**
     * What is asked for.
     *
     * @param launch only of this launch; null for all
     * @param region only of this region; null for all
     */
    record Selection(@Nullable UUID launch, @Nullable String region) {}

    /** The last part of the address at which such files are found. */
    String kind();

    /** The columns, in order. */
    List<String> columns();

    /** Writes every row, in an order that is always the same. */
    void write(Selection selection, Exports.Rows rows);
}
