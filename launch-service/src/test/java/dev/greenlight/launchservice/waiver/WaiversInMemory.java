package dev.greenlight.launchservice.waiver;

import static java.util.stream.Collectors.groupingBy;

import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.StoredJson;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Waivers in memory. */
public final class WaiversInMemory extends WaiverRepository {
    private final MemoryTable<UUID, Waiver> waivers;

    /** Nothing was waived yet. */
    public WaiversInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        waivers = new MemoryTable<>(database);
    }

    /** All waivers, ended ones too. */
    public Collection<Waiver> all() {
        return waivers.rows();
    }

    @Override
    public Map<MarketKey, List<Waiver>> standing(Collection<MarketKey> markets) {
        return standing().filter(it -> markets.contains(it.market())).collect(groupingBy(Waiver::market));
    }

    @Override
    List<Waiver> expired(Collection<UUID> launches, Instant now) {
        return standing()
                .filter(it -> launches.contains(it.market().launchId())
                        && !it.expiresAt().isAfter(now))
                .toList();
    }

    @Override
    Optional<Waiver> find(UUID launchId, UUID id) {
        return waivers.get(id).filter(it -> it.market().launchId().equals(launchId));
    }

    @Override
    List<Waiver> of(UUID launchId, @Nullable UUID after, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the waivers of a launch service in memory");
    }

    @Override
    void insert(Waiver waiver) {
        boolean second = standing()
                .anyMatch(it ->
                        it.market().equals(waiver.market()) && it.condition().equals(waiver.condition()));
        if (second) {
            throw new IllegalStateException("A second waiver stands for " + waiver.condition());
        }
        waivers.put(waiver.id(), waiver);
    }

    @Override
    void end(List<Waiver> ended) {
        for (Waiver waiver : ended) {
            if (waivers.get(waiver.id())
                    .filter(it -> it.status() == Waiver.Status.STANDING)
                    .isEmpty()) {
                throw new IllegalStateException("Waiver " + waiver.id() + " had ended before");
            }
            waivers.put(waiver.id(), waiver);
        }
    }

    private Stream<Waiver> standing() {
        return waivers.rows().stream().filter(it -> it.status() == Waiver.Status.STANDING);
    }
}
