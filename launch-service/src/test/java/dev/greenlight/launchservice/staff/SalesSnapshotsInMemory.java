package dev.greenlight.launchservice.staff;

import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Snapshots of sales in memory. */
public final class SalesSnapshotsInMemory extends SalesSnapshotRepository {
    private final MemoryTable<MarketKey, SalesSnapshot> snapshots;

    /** Sales has not spoken yet. */
    public SalesSnapshotsInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        snapshots = new MemoryTable<>(database);
    }

    /** The newest snapshot of every market. */
    public Collection<SalesSnapshot> all() {
        return snapshots.rows();
    }

    @Override
    public Map<MarketKey, SalesSnapshot> find(Collection<MarketKey> markets) {
        return snapshots.get(markets).collect(Collectors.toMap(SalesSnapshot::market, Function.identity()));
    }

    @Override
    Set<MarketKey> keepNewer(Collection<SalesSnapshot> heard) {
        Set<MarketKey> kept = new HashSet<>();
        for (SalesSnapshot snapshot : heard) {
            boolean newer = snapshots
                    .get(snapshot.market())
                    .filter(known -> known.revision() >= snapshot.revision())
                    .isEmpty();
            if (newer) {
                snapshots.put(snapshot.market(), snapshot);
                kept.add(snapshot.market());
            }
        }
        return kept;
    }
}
