package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.rows.JsonColumn;
import dev.greenlight.sales.team.TeamKey;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Commitments in memory. */
public final class CommitmentsInMemory extends CommitmentRepository {
    private final MemoryTable<String, Commitment> commitments;
    private final LaunchRepository launches;
    private final Clock clock;

    /** Nothing is promised yet. */
    public CommitmentsInMemory(MemoryDatabase database, LaunchRepository launches, Clock clock) {
        super(NoDatabase.client(), new JsonColumn(), launches, clock);
        commitments = new MemoryTable<>(database);
        this.launches = launches;
        this.clock = clock;
    }

    /** All answers. */
    public Collection<Commitment> all() {
        return commitments.rows();
    }

    @Override
    public List<Commitment> ofLaunches(Collection<UUID> launchIds) {
        return those(it -> launchIds.contains(it.key().market().launchId()));
    }

    @Override
    public List<Commitment> ofMarkets(Collection<MarketKey> markets) {
        return those(it -> markets.contains(it.key().market()));
    }

    @Override
    Optional<Commitment> find(CommitmentKey key) {
        return commitments.get(row(key));
    }

    @Override
    List<Binding> promised(String region, String teamId, LocalDate from) {
        TeamKey team = new TeamKey(region, teamId);
        return promises(it -> it.teamKey().equals(team) && !it.window().to().isBefore(from));
    }

    @Override
    List<Binding> binding(String region, String teamId, LocalDate from) {
        return binding(promised(region, teamId, from));
    }

    @Override
    List<Binding> binding(Collection<TeamKey> teams, DateWindow window) {
        return binding(
                promises(it -> teams.contains(it.teamKey()) && it.window().overlaps(window)));
    }

    @Override
    public void save(Collection<Commitment> changed) {
        changed.forEach(it -> commitments.put(row(it.key()), it));
    }

    private List<Binding> promises(Predicate<Commitment> which) {
        return those(which.and(Commitment::bindsPeople)).stream()
                .flatMap(
                        commitment -> launches
                                .find(commitment.key().market().launchId())
                                .map(launch -> new Binding(launch, commitment))
                                .stream())
                .toList();
    }

    private List<Binding> binding(List<Binding> promises) {
        return promises.stream()
                .filter(binding -> binding.bindsPeopleAt(clock.instant()))
                .toList();
    }

    private List<Commitment> those(Predicate<Commitment> which) {
        return commitments.rows().stream().filter(which).toList();
    }

    private static String row(CommitmentKey key) {
        return String.join(
                "\n", key.market().launchId().toString(), key.market().region(), key.requirementId(), key.team());
    }
}
