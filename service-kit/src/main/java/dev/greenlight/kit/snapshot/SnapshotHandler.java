package dev.greenlight.kit.snapshot;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Takes snapshots into the service. */
@FunctionalInterface
public interface SnapshotHandler<E extends SpecificRecord> {
    /**
     * Applies a poll's snapshots inside one database transaction. They come in the log's order, but old, repeated and
     * reordered revisions are among them: only what has a higher revision than what is kept may have an effect.
     *
     * @throws RuntimeException when one of them can never be applied; then each is tried alone and the faulty one is parked
     */
    void apply(List<E> snapshots);
}
