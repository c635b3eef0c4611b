package dev.greenlight.launchservice.gap;

import dev.greenlight.launchservice.fieldreport.FeatureKey;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gaps in memory. */
public final class GapsInMemory extends GapRepository {
    private final MemoryTable<FeatureKey, Gap> gaps;

    /** Nothing is missed yet. */
    public GapsInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        gaps = new MemoryTable<>(database);
    }

    /** All gaps. */
    public Collection<Gap> all() {
        return gaps.rows();
    }

    @Override
    public Map<MarketKey, List<OpenBlocker>> openBlockers(Collection<MarketKey> markets) {
        Map<MarketKey, List<OpenBlocker>> blockers = new TreeMap<>();
        for (MarketKey market : markets) {
            List<OpenBlocker> ofMarket = gaps.rows().stream()
                    .filter(gap -> gap.key().launchId().equals(market.launchId()))
                    .filter(gap -> gap.blocks() && gap.regions().contains(market.region()))
                    .sorted(Comparator.comparing(Gap::feature).thenComparing(Gap::id))
                    .map(gap -> new OpenBlocker(gap.id(), gap.feature()))
                    .toList();
            if (!ofMarket.isEmpty()) {
                blockers.put(market, ofMarket);
            }
        }
        return blockers;
    }

    @Override
    Optional<Gap> find(UUID id) {
        return gaps.rows().stream().filter(gap -> gap.id().equals(id)).findFirst();
    }

    @Override
    List<Gap> find(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    GapTrees trees(Collection<FeatureKey> features) {
        Set<UUID> roots = gaps.get(features).map(gap -> root(gap).id()).collect(Collectors.toSet());
        return new GapTrees(gaps.rows().stream()
                .filter(gap -> roots.contains(root(gap).id()))
                .toList());
    }

    @Override
    GapTrees lockTrees(Collection<FeatureKey> features) {
        return trees(features);
    }

    private Gap root(Gap gap) {
        return gap.mergedInto().map(into -> root(find(into).orElseThrow())).orElse(gap);
    }

    @Override
    List<Gap> search(Filter filter, @Nullable GapPosition after, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the gaps of a launch service in memory");
    }

    @Override
    GapTrees lockOrName(List<Gap> named) {
        named.stream().filter(gap -> !gaps.has(gap.key())).forEach(gap -> gaps.put(gap.key(), gap));
        return lockTrees(named.stream().map(Gap::key).toList());
    }

    @Override
    void update(List<Gap> changed) {
        changed.forEach(gap -> gaps.put(gap.key(), gap));
    }
}
