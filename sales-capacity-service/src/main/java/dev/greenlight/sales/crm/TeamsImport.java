package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.exchange.FileRow;
import dev.greenlight.kit.exchange.ImportReport;
import dev.greenlight.kit.exchange.ImportReport.Outcome;
import dev.greenlight.kit.exchange.ImportReport.RowStatus;
import dev.greenlight.kit.exchange.ReadRows;
import dev.greenlight.kit.exchange.ReadRows.Value;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.team.PromisedReps;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Slug;
import dev.greenlight.sales.team.StaffingChange;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The teams. It adds and changes people, and moves them between the teams of a region; it takes nobody out. A file of ours also has
 * the ids, days off and managers that a CRM does not know.
 */
@Component
class TeamsImport implements CrmImport {
    private static final int MOST_DAYS_OFF = 1_000;
    private static final int LONGEST_CELL = 12 * MOST_DAYS_OFF;

    private final TeamRepository teams;
    private final PromisedReps promisedReps;
    private final TeamReviews reviews;

    TeamsImport(TeamRepository teams, PromisedReps promisedReps, TeamReviews reviews) {
        this.teams = teams;
        this.promisedReps = promisedReps;
        this.reviews = reviews;
    }

    @Override
    public String kind() {
        return "teams";
    }

    @Override
    public List<String> columns() {
        return List.of("sales_agent", "manager", "regional_office");
    }

    @Override
    public ImportReport take(Caller caller, List<FileRow> rows) {
        ReadRows<Member> members = ReadRows.of(rows, LONGEST_CELL, row -> read(caller, row), Member::identity);
        Set<String> regions = members.values().stream().map(Member::region).collect(Collectors.toSet());
        Staff staff = new Staff(teams.lockAll(regions), caller);
        List<Outcome> outcomes = members.read().stream()
                .map(row -> staff.take(row.row(), row.value()))
                .toList();
        List<Team> changed = staff.changed();
        teams.save(changed);
        reviews.request(changed.stream()
                .map(team -> new TeamReviews.Request(team.region(), team.id(), caller.id(), Traceparent.current()))
                .toList());
        return members.report(outcomes);
    }

    private static Value<Member> read(Caller caller, FileRow row) {
        String manager = row.required("manager");
        String region = row.required("regional_office");
        String team = id(row, "team");
        String agent = team == null ? row.required("sales_agent") : row.optional("sales_agent");
        if (!caller.is(Role.ADMIN) && !caller.mayActIn(region)) {
            throw new IllegalArgumentException("You may not act in " + region);
        }
        String managedBy = row.optional("managed_by");
        if (managedBy != null && !caller.is(Role.ADMIN) && !managedBy.equals(caller.id())) {
            throw new IllegalArgumentException("Only an administrator says that " + managedBy + " manages a team");
        }
        String fte = row.optional("fte");
        String rep = id(row, "rep");
        return new Value<>(
                new Member(
                        region,
                        team == null ? Slug.of(manager) : team,
                        manager,
                        team != null,
                        managedBy,
                        agent == null ? null : rep == null ? Slug.of(agent) : rep,
                        agent,
                        row.optional("role"),
                        fte == null ? null : Fte.of(fte),
                        row.has("days_off") ? daysOff(row) : null),
                List.of());
    }

    private static @Nullable String id(FileRow row, String column) {
        String id = row.optional(column);
        if (id != null && !Slug.isSlug(id)) {
            throw new IllegalArgumentException(column + " is an id of letters, digits, - and _ only");
        }
        return id;
    }

    private static Set<LocalDate> daysOff(FileRow row) {
        List<String> days = row.list("days_off");
        if (days.size() > MOST_DAYS_OFF) {
            throw new IllegalArgumentException("days_off has at most " + MOST_DAYS_OFF + " days");
        }
        try {
            return days.stream().map(SensibleTime::day).collect(Collectors.toSet());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("days_off has one date such as 2027-04-12 on each line", e);
        }
    }

    /**
     * A person as a row tells.
     *
     * @param named whether the row says which team it is, and so how it is called
     * @param managedBy null where the file does not say
     * @param repId null for a team of nobody, like {@code agent}
     * @param daysOff null where the file does not say
     * @param role null where the file does not say
     * @param fte null where the file does not say
     */
    record Member(
            String region,
            String teamId,
            String manager,
            boolean named,
            @Nullable String managedBy,
            @Nullable String repId,
            @Nullable String agent,
            @Nullable String role,
            @Nullable Fte fte,
            @Nullable Set<LocalDate> daysOff) {

        /** What two rows can't both be about: one person, or one team of nobody. */
        String identity() {
            return region + "\n" + (repId == null ? "\n" + teamId : repId);
        }

        /** The person; empty for a team of nobody. */
        Optional<Rep> rep(@Nullable Rep before) {
            String id = repId;
            String name = agent;
            if (id == null || name == null) {
                return Optional.empty();
            }
            Rep known = before == null ? new Rep(id, name, Rep.DEFAULT_ROLE, Rep.DEFAULT_FTE, Set.of()) : before;
            return Optional.of(new Rep(
                    id,
                    name,
                    role == null ? known.role() : role,
                    fte == null ? known.fte() : fte,
                    daysOff == null ? known.daysOff() : daysOff));
        }

        /** The team as the row tells of it. */
        Team team(@Nullable Team known) {
            if (known == null) {
                return new Team(region, teamId, manager, managedBy, 0, List.of());
            }
            return new Team(
                    region,
                    teamId,
                    named ? manager : known.name(),
                    managedBy == null ? known.manager() : managedBy,
                    known.revision(),
                    known.reps());
        }
    }

    /** The teams while a file is taken over row by row. */
    private final class Staff {
        private final Map<String, Team> before = new LinkedHashMap<>();
        private final Map<String, Team> now = new LinkedHashMap<>();
        private final Map<String, List<RepBooking>> bookings = new LinkedHashMap<>();
        private final Caller caller;

        Staff(List<Team> known, Caller caller) {
            known.forEach(team -> before.put(key(team), team));
            now.putAll(before);
            this.caller = caller;
        }

        List<Team> changed() {
            return now.values().stream()
                    .filter(team -> !team.equals(before.get(key(team))))
                    .map(team -> team.changed(team.name(), team.manager(), team.reps()))
                    .toList();
        }

        Outcome take(int row, Member member) {
            Optional<Team> known = Optional.ofNullable(now.get(key(member.region(), member.teamId())));
            Optional<Team> from = member.repId() == null
                    ? known
                    : now.values().stream()
                            .filter(team -> team.region().equals(member.region())
                                    && team.rep(member.repId()).isPresent())
                            .findFirst();
            Team to = member.team(known.orElse(null));
            Optional<Rep> after = member.rep(
                    from.flatMap(team -> Optional.ofNullable(member.repId()).flatMap(team::rep))
                            .orElse(null));
            boolean moves = from.isPresent() && !from.get().id().equals(to.id());
            Optional<String> refusal = refusal(from.orElse(to), known.orElse(to), after.orElse(null), moves);
            if (refusal.isPresent()) {
                return new Outcome(row, RowStatus.REFUSED, refusal.get());
            }
            Team changed = after.map(rep -> with(to, rep)).orElse(to);
            if (!moves && known.isPresent() && known.get().equals(changed)) {
                return new Outcome(row, RowStatus.UNCHANGED, null);
            }
            after.ifPresent(rep ->
                    from.filter(team -> moves).ifPresent(team -> now.put(key(team), without(team, rep.id()))));
            now.put(key(to), changed);
            return new Outcome(
                    row,
                    from.isPresent() ? RowStatus.UPDATED : RowStatus.CREATED,
                    moves ? member.agent() + " was in the team " + from.get().name() : null);
        }

        private Optional<String> refusal(Team from, Team to, @Nullable Rep after, boolean moves) {
            for (Team team : List.of(from, to)) {
                if (!caller.is(Role.ADMIN) && !team.isAnsweredForBy(caller.id())) {
                    return Optional.of("The team " + team.name() + " is answered for by " + team.manager());
                }
            }
            if (after == null) {
                return Optional.empty();
            }
            Team remaining = moves ? without(from, after.id()) : with(from, after);
            return StaffingChange.check(from, remaining.reps(), bookingsOf(from))
                    .map(Rejection::sentence);
        }

        private List<RepBooking> bookingsOf(Team team) {
            return bookings.computeIfAbsent(key(team), key -> promisedReps.of(team.region(), team.id()));
        }

        private static Team without(Team team, String repId) {
            return of(
                    team,
                    team.reps().stream().filter(rep -> !rep.id().equals(repId)).toList());
        }

        private static Team with(Team team, Rep rep) {
            if (team.reps().contains(rep)) {
                return team;
            }
            List<Rep> reps = new ArrayList<>(without(team, rep.id()).reps());
            reps.add(rep);
            return of(team, reps);
        }

        private static Team of(Team team, List<Rep> reps) {
            return new Team(team.region(), team.id(), team.name(), team.manager(), team.revision(), reps);
        }

        private static String key(Team team) {
            return key(team.region(), team.id());
        }

        private static String key(String region, String teamId) {
            return teamId + "\n" + region;
        }
    }
}
