package dev.greenlight.sales.launch;

import dev.greenlight.sales.rows.JsonColumn;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The launches that sales has heard of, in memory. */
public final class LaunchesInMemory extends LaunchRepository {
    private final MemoryTable<UUID, Launch> launches;
    private final MemoryTable<Key, Market> markets;

    /** Nothing was heard yet. */
    public LaunchesInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new JsonColumn());
        launches = new MemoryTable<>(database);
        markets = new MemoryTable<>(database);
    }

    /** A market's key in an order. */
    private record Key(UUID launch, String region) implements Comparable<Key> {
        static Key of(MarketKey key) {
            return new Key(key.launchId(), key.region());
        }

        @Override
        public int compareTo(Key other) {
            int byLaunch = launch.compareTo(other.launch);
            return byLaunch == 0 ? region.compareTo(other.region) : byLaunch;
        }
    }

    /** All launches. */
    public Collection<Launch> all() {
        return launches.rows();
    }

    /** All markets, those that were dropped too. */
    public Collection<Market> allMarkets() {
        return markets.rows();
    }

    @Override
    public Optional<Launch> find(UUID launchId) {
        return launches.get(launchId);
    }

    @Override
    public Map<UUID, Launch> find(Collection<UUID> launchIds) {
        return launches.get(launchIds).collect(Collectors.toMap(Launch::id, Function.identity()));
    }

    @Override
    public List<Launch> list(@Nullable Set<String> regions, boolean open, @Nullable UUID after, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the launches of a sales service in memory");
    }

    @Override
    public Map<UUID, Launch> lockKnown(Collection<UUID> launchIds) {
        return find(launchIds);
    }

    @Override
    public Set<UUID> keepNewer(Collection<Launch> heard) {
        Set<UUID> kept = new HashSet<>();
        for (Launch launch : heard) {
            boolean newer = launches.get(launch.id())
                    .filter(known -> known.revision() >= launch.revision())
                    .isEmpty();
            if (newer) {
                launches.put(launch.id(), launch);
                kept.add(launch.id());
            }
        }
        return kept;
    }

    @Override
    public List<Market> markets(Collection<UUID> launchIds) {
        return markets.rows().stream()
                .filter(market -> launchIds.contains(market.launchId()))
                .toList();
    }

    @Override
    public Map<UUID, ReportCounts> reportCounts(Collection<UUID> launchIds) {
        return markets(launchIds).stream()
                .collect(Collectors.toMap(
                        Market::launchId,
                        market -> new ReportCounts(market.reportsFiled(), market.reportsEnded()),
                        ReportCounts::plus));
    }

    @Override
    public List<Market> lockMarketsOf(Collection<UUID> launchIds) {
        return markets(launchIds);
    }

    @Override
    public List<Market> lockMarkets(Collection<MarketKey> keys) {
        return markets.get(keys.stream().map(Key::of).toList()).toList();
    }

    @Override
    public Optional<Market> lockMarket(MarketKey key) {
        return markets.get(Key.of(key));
    }

    @Override
    public void saveMarkets(Collection<Market> changed) {
        changed.forEach(market -> markets.put(Key.of(market.key()), market));
    }

    @Override
    public void saveAnswered(Collection<Market> answered) {
        saveMarkets(answered);
    }
}
