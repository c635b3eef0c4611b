package dev.greenlight.launchservice.launch;

import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Launches in memory. */
public final class LaunchesInMemory extends LaunchRepository {
    private final MemoryTable<UUID, Launch> launches;
    private final MemoryTable<RevisionKey, LaunchRevision> revisions;

    /** No launches yet. */
    public LaunchesInMemory(MemoryDatabase database) {
        super(NoDatabase.client(), new StoredJson());
        launches = new MemoryTable<>(database);
        revisions = new MemoryTable<>(database);
    }

    /** A revision with when it was entered. */
    public record LaunchRevision(Instant at, Launch launch) {}

    /** Which revision of which launch. */
    private record RevisionKey(UUID launch, long revision) implements Comparable<RevisionKey> {
        @Override
        public int compareTo(RevisionKey other) {
            int byLaunch = launch.compareTo(other.launch);
            return byLaunch == 0 ? Long.compare(revision, other.revision) : byLaunch;
        }
    }

    /** All launches in their current revision. */
    public Collection<Launch> all() {
        return launches.rows();
    }

    /** A revision that was entered; empty when there never was one. */
    public Optional<Launch> revision(UUID launch, long revision) {
        return revisions.get(new RevisionKey(launch, revision)).map(LaunchRevision::launch);
    }

    @Override
    public Optional<Launch> find(UUID id) {
        return launches.get(id);
    }

    @Override
    public Optional<Launch> findAsOf(UUID id, Instant asOf) {
        return revisions.rows().stream()
                .filter(it -> it.launch().id().equals(id) && !it.at().isAfter(asOf))
                .map(LaunchRevision::launch)
                .reduce((earlier, later) -> later);
    }

    @Override
    public Optional<Launch> lock(UUID id) {
        return launches.get(id);
    }

    @Override
    public List<Launch> lock(Collection<UUID> ids) {
        return launches.get(ids).toList();
    }

    @Override
    public List<Launch> lockOverdue(Instant now, int limit) {
        return launches.rows().stream()
                .filter(launch ->
                        launch.pending() != null && !launch.pending().deadline().isAfter(now))
                .limit(limit)
                .toList();
    }

    /** One transaction runs at a time: whoever looks for waivers finds those whose time is over among all launches. */
    @Override
    public List<Launch> lockWithExpiredWaivers(Instant now, int limit) {
        return List.copyOf(launches.rows());
    }

    @Override
    public List<Launch> search(Filter filter, @Nullable BoardPosition after, int limit) {
        throw new UnsupportedOperationException("Nobody looks at the board of a launch service in memory");
    }

    @Override
    void insert(Launch launch, String actor, Instant at) {
        put(launch, at);
    }

    @Override
    void update(Launch launch, String actor, Instant at) {
        boolean follows = launches.get(launch.id())
                .filter(before -> before.revision() == launch.revision() - 1)
                .isPresent();
        if (!follows) {
            throw new IllegalStateException("Launch " + launch.id() + " is not in revision " + (launch.revision() - 1));
        }
        put(launch, at);
    }

    private void put(Launch launch, Instant at) {
        launches.put(launch.id(), launch);
        revisions.put(new RevisionKey(launch.id(), launch.revision()), new LaunchRevision(at, launch));
    }
}
