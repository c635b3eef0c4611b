package dev.greenlight.launchservice.readiness;

import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The readiness of markets in memory. */
public final class ReadinessInMemory extends ReadinessRepository {
    private final MemoryTable<MarketKey, MarketReadiness> readiness;

    /** Nothing was judged yet. */
    public ReadinessInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        readiness = new MemoryTable<>(database);
    }

    /** The readiness of every market that was ever judged. */
    public Collection<MarketReadiness> all() {
        return readiness.rows();
    }

    @Override
    public Map<MarketKey, MarketReadiness> find(Collection<MarketKey> markets) {
        return readiness.get(markets).collect(Collectors.toMap(MarketReadiness::market, Function.identity()));
    }

    @Override
    public Map<MarketKey, MarketReadiness> findAsOf(Collection<MarketKey> markets, Instant asOf) {
        throw new UnsupportedOperationException("Nobody asks a launch service in memory for the past");
    }

    @Override
    void keep(List<MarketReadiness> changed, Instant at) {
        changed.forEach(it -> readiness.put(it.market(), it));
    }
}
