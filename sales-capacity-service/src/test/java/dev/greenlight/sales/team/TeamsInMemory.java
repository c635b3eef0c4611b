package dev.greenlight.sales.team;

import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import dev.greenlight.testing.memory.NoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Teams in memory. */
public final class TeamsInMemory extends TeamRepository {
    private final MemoryTable<String, Team> teams;

    /** No teams yet. */
    public TeamsInMemory(MemoryDatabase database) {
        super(NoDatabase.client());
        teams = new MemoryTable<>(database);
    }

    /** All teams. */
    public Collection<Team> all() {
        return teams.rows();
    }

    @Override
    public Optional<Team> lock(String region, String teamId) {
        return teams.get(key(region, teamId));
    }

    @Override
    public List<Team> lockAll(Set<String> regions) {
        return teams.rows().stream()
                .filter(team -> regions.contains(team.region()))
                .toList();
    }

    @Override
    public List<Team> inRegion(String region) {
        return lockAll(Set.of(region));
    }

    @Override
    public List<Team> find(Collection<TeamKey> keys) {
        return teams.rows().stream().filter(team -> keys.contains(team.key())).toList();
    }

    @Override
    public List<TeamMember> members(@Nullable String region, @Nullable MemberKey after, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the people of a sales service in memory");
    }

    @Override
    public List<Team> list(
            @Nullable String region, @Nullable String afterRegion, @Nullable String afterTeam, int limit) {
        throw new UnsupportedOperationException("Nobody looks through the teams of a sales service in memory");
    }

    @Override
    public Map<String, Set<String>> regionsByName(Collection<String> lowerCaseNames) {
        throw new UnsupportedOperationException("Nobody imports opportunities into a sales service in memory");
    }

    @Override
    public Map<String, String> teamsOf(String region, Collection<String> repIds) {
        Map<String, String> found = new TreeMap<>();
        inRegion(region)
                .forEach(team -> team.reps().stream()
                        .filter(rep -> repIds.contains(rep.id()))
                        .forEach(rep -> found.put(rep.id(), team.id())));
        return found;
    }

    @Override
    public void save(Collection<Team> changed) {
        changed.forEach(team -> teams.put(key(team.region(), team.id()), team));
    }

    private static String key(String region, String team) {
        return region + "\n" + team;
    }
}
