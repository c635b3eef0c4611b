package dev.greenlight.kit.snapshot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Picks what counts from a batch of snapshots. */
public final class Latest {
    private Latest() {}

    /** The snapshot with the highest revision of each subject, in the order in which the subjects first came. */
    public static <S, E> Collection<E> perSubject(
            List<E> snapshots, Function<E, S> subject, ToLongFunction<E> revision) {
        Map<S, E> latest = new LinkedHashMap<>();
        for (E snapshot : snapshots) {
            latest.merge(
                    subject.apply(snapshot),
                    snapshot,
                    (kept, next) -> revision.applyAsLong(next) > revision.applyAsLong(kept) ? next : kept);
        }
        return latest.values();
    }
}
