package dev.greenlight.sales.crm;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.trace.Traceparent;
import dev.greenlight.sales.crm.ImportReport.Outcome;
import dev.greenlight.sales.crm.ImportReport.RowStatus;
import dev.greenlight.sales.crm.ReadRows.Value;
import dev.greenlight.sales.team.PromisedReps;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Slug;
import dev.greenlight.sales.team.StaffingChange;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The teams. It adds and changes people, and moves them between the teams of a region; it takes nobody out. */
@Component
class TeamsImport implements CrmImport {
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
    public ImportReport take(Caller caller, List<CrmRow> rows) {
        ReadRows<Member> members =
                ReadRows.of(rows, row -> read(caller, row), member -> member.region() + "\n" + member.repId());
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

    private static Value<Member> read(Caller caller, CrmRow row) {
        String agent = row.required("sales_agent");
        String manager = row.required("manager");
        String region = row.required("regional_office");
        if (!caller.is(Role.ADMIN) && !caller.mayActIn(region)) {
            throw new IllegalArgumentException("You may not act in " + region);
        }
        String fte = row.optional("fte");
        return new Value<>(
                new Member(
                        region,
                        Slug.of(manager),
                        manager,
                        Slug.of(agent),
                        agent,
                        row.optional("role"),
                        fte == null ? null : Fte.of(fte)),
                List.of());
    }

    /**
     * A person as a row tells.
     *
     * @param role null where the file does not say
     * @param fte null where the file does not say
     */
    record Member(
            String region,
            String teamId,
            String manager,
            String repId,
            String agent,
            @Nullable String role,
            @Nullable Fte fte) {

        Rep rep(@Nullable Rep before) {
            Rep known = before == null ? new Rep(repId, agent, Rep.DEFAULT_ROLE, Rep.DEFAULT_FTE, Set.of()) : before;
            return new Rep(
                    repId, agent, role == null ? known.role() : role, fte == null ? known.fte() : fte, known.daysOff());
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
            Optional<Team> from = now.values().stream()
                    .filter(team -> team.region().equals(member.region())
                            && team.rep(member.repId()).isPresent())
                    .findFirst();
            Team to = now.getOrDefault(
                    key(member.region(), member.teamId()),
                    new Team(member.region(), member.teamId(), member.manager(), null, 0, List.of()));
            Rep after =
                    member.rep(from.flatMap(team -> team.rep(member.repId())).orElse(null));
            boolean moves = from.isPresent() && !from.get().id().equals(to.id());
            Optional<String> refusal = refusal(from.orElse(to), to, after, moves);
            if (refusal.isPresent()) {
                return new Outcome(row, RowStatus.REFUSED, refusal.get());
            }
            if (from.isPresent() && !moves && from.get().reps().contains(after)) {
                return new Outcome(row, RowStatus.UNCHANGED, null);
            }
            from.filter(team -> moves).ifPresent(team -> replace(team, without(team, after.id())));
            replace(to, with(to, after));
            return new Outcome(
                    row,
                    from.isPresent() ? RowStatus.UPDATED : RowStatus.CREATED,
                    moves ? member.agent() + " was in the team " + from.get().name() : null);
        }

        private Optional<String> refusal(Team from, Team to, Rep after, boolean moves) {
            for (Team team : List.of(from, to)) {
                if (!caller.is(Role.ADMIN) && !team.isAnsweredForBy(caller.id())) {
                    return Optional.of("The team " + team.name() + " is answered for by " + team.manager());
                }
            }
            List<Rep> remaining = moves ? without(from, after.id()) : with(from, after);
            return StaffingChange.check(from, remaining, bookingsOf(from)).map(Rejection::sentence);
        }

        private List<RepBooking> bookingsOf(Team team) {
            return bookings.computeIfAbsent(key(team), key -> promisedReps.of(team.region(), team.id()));
        }

        private void replace(Team team, List<Rep> reps) {
            now.put(key(team), new Team(team.region(), team.id(), team.name(), team.manager(), team.revision(), reps));
        }

        private static List<Rep> without(Team team, String repId) {
            return team.reps().stream().filter(rep -> !rep.id().equals(repId)).toList();
        }

        private static List<Rep> with(Team team, Rep rep) {
            List<Rep> reps = new ArrayList<>(without(team, rep.id()));
            reps.add(rep);
            return reps;
        }

        private static String key(Team team) {
            return key(team.region(), team.id());
        }

        private static String key(String region, String teamId) {
            return teamId + "\n" + region;
        }
    }
}
