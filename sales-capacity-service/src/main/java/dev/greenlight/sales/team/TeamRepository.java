package dev.greenlight.sales.team;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.rows.Columns;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Teams and their people. People are promised, and changed, only under the lock of their team's row. */
@Repository
public class TeamRepository {
    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks one team. */
    public Optional<Team> lock(String region, String teamId) {
        List<TeamRow> rows = jdbc.sql("SELECT * FROM team WHERE region = :region AND team = :team FOR NO KEY UPDATE")
                .param("region", region)
                .param("team", teamId)
                .query((row, number) -> teamRow(row))
                .list();
        return withReps(rows).stream().findFirst();
    }

    /** These teams, as they are at this moment. */
    public List<Team> find(Collection<TeamKey> keys) {
        return withReps(jdbc.sql("""
                        SELECT * FROM team
                        WHERE (region, team) IN (SELECT * FROM unnest(:regions::text[], :teams::text[]))
                        ORDER BY region, team
                        """)
                .param("regions", Columns.of(keys, TeamKey::region))
                .param("teams", Columns.of(keys, TeamKey::team))
                .query((row, number) -> teamRow(row))
                .list());
    }

    /** Locks all teams of these regions, in one order that all keep. */
    public List<Team> lockAll(Set<String> regions) {
        List<TeamRow> rows = jdbc.sql(
                        "SELECT * FROM team WHERE region = ANY (:regions::text[]) ORDER BY region, team FOR NO KEY UPDATE")
                .param("regions", Columns.of(regions, region -> region))
                .query((row, number) -> teamRow(row))
                .list();
        return withReps(rows);
    }

    /** The team; empty when there is none. */
    public Optional<Team> find(String region, String teamId) {
        return withReps(jdbc.sql("SELECT * FROM team WHERE region = :region AND team = :team")
                        .param("region", region)
                        .param("team", teamId)
                        .query((row, number) -> teamRow(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The teams of a region, in the order of their ids. */
    public List<Team> inRegion(String region) {
        return withReps(jdbc.sql("SELECT * FROM team WHERE region = :region ORDER BY team")
                .param("region", region)
                .query((row, number) -> teamRow(row))
                .list());
    }

    /**
     * A page of teams in the order of region and id.
     *
     * @param region only this region; null for all
     * @param afterRegion with {@code afterTeam} the team after which to go on; null from the beginning
     */
    public List<Team> list(
            @Nullable String region, @Nullable String afterRegion, @Nullable String afterTeam, int limit) {
        return withReps(jdbc.sql("""
                        SELECT * FROM team
                        WHERE (:region::text IS NULL OR region = :region::text)
                          AND (:afterRegion::text IS NULL OR (region, team) > (:afterRegion::text, :afterTeam::text))
                        ORDER BY region, team LIMIT :limit
                        """)
                .param("region", region)
                .param("afterRegion", afterRegion)
                .param("afterTeam", afterTeam)
                .param("limit", limit)
                .query((row, number) -> teamRow(row))
                .list());
    }

    /**
     * A page of people in the order of region, team and id.
     *
     * @param region only this region; null for all
     * @param after the person after whom to go on; null from the beginning
     */
    public List<TeamMember> members(@Nullable String region, @Nullable MemberKey after, int limit) {
        return jdbc
                .sql("""
                        SELECT * FROM rep
                        WHERE (:region::text IS NULL OR region = :region::text)
                          AND (:afterRegion::text IS NULL
                               OR (region, team, rep) > (:afterRegion::text, :afterTeam::text, :afterRep::text))
                        ORDER BY region, team, rep LIMIT :limit
                        """)
                .param("region", region)
                .param("afterRegion", after == null ? null : after.region())
                .param("afterTeam", after == null ? null : after.team())
                .param("afterRep", after == null ? null : after.rep())
                .param("limit", limit)
                .query((row, number) -> repRow(row))
                .list()
                .stream()
                .map(member -> new TeamMember(new TeamKey(member.region(), member.team()), member.rep()))
                .toList();
    }

    /** Where a person stands in the order of region, team and id. */
    public record MemberKey(String region, String team, String rep) {}

    /** In which regions people of these names work; a name that is in no team is left out. Upper and lower case are the same. */
    public Map<String, Set<String>> regionsByName(Collection<String> lowerCaseNames) {
        return jdbc
                .sql("SELECT DISTINCT lower(name) AS name, region FROM rep WHERE lower(name) = ANY (:names::text[])")
                .param("names", Columns.of(lowerCaseNames, name -> name))
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("region")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Which team of the region each of these people is in; who is in none is left out. */
    public Map<String, String> teamsOf(String region, Collection<String> repIds) {
        return jdbc
                .sql("SELECT rep, team FROM rep WHERE region = :region AND rep = ANY (:reps::text[])")
                .param("region", region)
                .param("reps", Columns.of(repIds, id -> id))
                .query((row, number) -> Map.entry(row.getString("rep"), row.getString("team")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Writes teams with exactly these people; their rows are locked, or new.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a person is in another team of the region
     */
    public void save(Collection<Team> teams) {
        int written = jdbc.sql("""
                        INSERT INTO team (region, team, name, manager, revision)
                        SELECT * FROM unnest(:regions::text[], :teams::text[], :names::text[], :managers::text[], :revisions::bigint[])
                        ON CONFLICT (region, team) DO UPDATE SET name = excluded.name, manager = excluded.manager,
                            revision = excluded.revision
                        WHERE team.revision = excluded.revision - 1
                        """)
                .param("regions", Columns.of(teams, Team::region))
                .param("teams", Columns.of(teams, Team::id))
                .param("names", Columns.of(teams, Team::name))
                .param("managers", Columns.of(teams, Team::manager))
                .param("revisions", Columns.of(teams, Team::revision))
                .update();
        if (written != teams.size()) {
            // Only a team that was new to both of two writers can get here: an existing one is locked.
            throw new OptimisticLockingFailureException("A team was set up by somebody else at the same time");
        }
        jdbc.sql("""
                        DELETE FROM rep WHERE (region, team) IN (SELECT * FROM unnest(:regions::text[], :teams::text[]))
                        """)
                .param("regions", Columns.of(teams, Team::region))
                .param("teams", Columns.of(teams, Team::id))
                .update();
        insertReps(teams.stream()
                .flatMap(team -> team.reps().stream().map(rep -> new RepRow(team.region(), team.id(), rep)))
                .toList());
    }

    private void insertReps(List<RepRow> reps) {
        jdbc.sql("""
                        INSERT INTO rep (region, team, rep, name, role, fte, days_off)
                        SELECT region, team, rep, name, role, fte, days_off::date[]
                        FROM unnest(:regions::text[], :teams::text[], :reps::text[], :names::text[], :roles::text[],
                            :ftes::numeric[], :daysOff::text[]) AS member (region, team, rep, name, role, fte, days_off)
                        ORDER BY region, rep
                        """)
                .param("regions", Columns.of(reps, RepRow::region))
                .param("teams", Columns.of(reps, RepRow::team))
                .param("reps", Columns.of(reps, member -> member.rep().id()))
                .param("names", Columns.of(reps, member -> member.rep().name()))
                .param("roles", Columns.of(reps, member -> member.rep().role()))
                .param("ftes", Columns.of(reps, member -> member.rep().fte()))
                .param(
                        "daysOff",
                        Columns.of(reps, member -> arrayLiteral(member.rep().daysOff())))
                .update();
    }

    private List<Team> withReps(List<TeamRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Rep>> members = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT * FROM rep
                        WHERE (region, team) IN (SELECT * FROM unnest(:regions::text[], :teams::text[]))
                        ORDER BY region, team, name, rep
                        """)
                .param("regions", Columns.of(rows, TeamRow::region))
                .param("teams", Columns.of(rows, TeamRow::team))
                .query((row, number) -> repRow(row))
                .list()
                .forEach(
                        member -> members.computeIfAbsent(key(member.region(), member.team()), key -> new ArrayList<>())
                                .add(member.rep()));
        return rows.stream()
                .map(row -> new Team(
                        row.region(),
                        row.team(),
                        row.name(),
                        row.manager(),
                        row.revision(),
                        members.getOrDefault(key(row.region(), row.team()), List.of())))
                .toList();
    }

    private static String key(String region, String team) {
        return team + "\n" + region;
    }

    private static String arrayLiteral(Set<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static TeamRow teamRow(ResultSet row) throws SQLException {
        return new TeamRow(
                row.getString("region"),
                row.getString("team"),
                row.getString("name"),
                row.getString("manager"),
                row.getLong("revision"));
    }

    private static RepRow repRow(ResultSet row) throws SQLException {
        Date[] daysOff = (Date[]) row.getArray("days_off").getArray();
        Rep rep = new Rep(
                row.getString("rep"),
                row.getString("name"),
                row.getString("role"),
                new Fte(row.getBigDecimal("fte")),
                Arrays.stream(daysOff).map(Date::toLocalDate).collect(Collectors.toSet()));
        return new RepRow(row.getString("region"), row.getString("team"), rep);
    }

    /** A team's own row. */
    record TeamRow(
            String region,
            String team,
            String name,
            @Nullable String manager,
            long revision) {}

    /** A person's row. */
    record RepRow(String region, String team, Rep rep) {}
}
