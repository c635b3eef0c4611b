package dev.greenlight.sales.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamKey;
import dev.greenlight.sales.team.TeamMember;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamRepository.MemberKey;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is how busy over all launches. */
@RestController
@RequestMapping("/api/capacity/load")
class LoadController {
    private static final int USUAL_WEEKS = 12;
    private static final int MOST_DAYS = 371;
    private static final int POSITION_PARTS = 3;

    private final TeamRepository teams;
    private final CommitmentRepository commitments;
    private final Clock clock;

    LoadController(TeamRepository teams, CommitmentRepository commitments, Clock clock) {
        this.teams = teams;
        this.commitments = commitments;
        this.clock = clock;
    }

    /**
     * A page of people, each week by week, and beside them what is promised of their teams' pools, which is on nobody in
     * particular. A team whose people are on two pages has its pools on both.
     */
    @GetMapping
    LoadBody load(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest page) {
        DateWindow window = window(from, to);
        Page<TeamMember> members = page.page(
                teams.members(region, page.after(LoadController::position), page.limit() + 1),
                LoadController::position,
                Function.identity());
        Set<TeamKey> keys = members.items().stream().map(TeamMember::team).collect(Collectors.toSet());
        Map<TeamKey, List<Binding>> promised = commitments.binding(keys, window).stream()
                .collect(Collectors.groupingBy(binding -> binding.commitment().teamKey()));
        return new LoadBody(
                members.items().stream()
                        .map(member -> body(member, promised.getOrDefault(member.team(), List.of()), window))
                        .toList(),
                teams.find(keys).stream()
                        .flatMap(team -> pools(team, promised.getOrDefault(team.key(), List.of()), window))
                        .toList(),
                members.next());
    }

    private static String position(TeamMember member) {
        return String.join(
                "\n", member.team().region(), member.team().team(), member.rep().id());
    }

    private static Optional<MemberKey> position(String text) {
        String[] parts = text.split("\n", -1);
        return parts.length == POSITION_PARTS
                ? Optional.of(new MemberKey(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    private DateWindow window(@Nullable String from, @Nullable String to) {
        Faults faults = new Faults();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate readFrom = faults.readOptional("from", from, SensibleTime::day);
        LocalDate readTo = faults.readOptional("to", to, SensibleTime::day);
        LocalDate first = readFrom == null ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : readFrom;
        LocalDate last = readTo == null ? first.plusWeeks(USUAL_WEEKS).minusDays(1) : readTo;
        DateWindow window = faults.check("to", () -> new DateWindow(first, last));
        if (window != null && ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            faults.add("to", "At most 53 weeks are shown at once");
        }
        faults.throwIfAny();
        return window == null ? new DateWindow(first, first) : window;
    }

    private static RepBody body(TeamMember member, List<Binding> promised, DateWindow window) {
        Rep rep = member.rep();
        List<RepBooking> own = promised.stream()
                .flatMap(binding -> binding.bookings().stream())
                .filter(booking -> booking.repId().equals(rep.id()))
                .toList();
        return new RepBody(
                rep.id(),
                rep.name(),
                member.team().region(),
                member.team().team(),
                RepLoad.weeks(rep, own, window).stream()
                        .map(week -> new WeekBody(
                                week.from(),
                                week.booked().toString(),
                                week.available().toString(),
                                week.launches()))
                        .toList());
    }

    private static Stream<PoolBody> pools(Team team, List<Binding> promised, DateWindow window) {
        return PoolLoad.of(team, promised, window).stream()
                .map(pool -> new PoolBody(
                        team.region(),
                        team.id(),
                        pool.role(),
                        pool.weeks().stream()
                                .map(week -> new WeekBody(
                                        week.from(),
                                        week.promised().toString(),
                                        week.available().toString(),
                                        week.launches()))
                                .toList()));
    }

    /**
     * A page of the people asked for.
     *
     * @param pools of the teams of these people, by role, where anything is promised of them
     * @param next the cursor of the next page; null on the last
     */
    record LoadBody(
            List<RepBody> reps,
            List<PoolBody> pools,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

    /** One person's weeks. */
    record RepBody(String id, String name, String region, String team, List<WeekBody> weeks) {}

    /** The weeks of a team's people in one role. */
    record PoolBody(String region, String team, String role, List<WeekBody> weeks) {}

    /** One week as it is shown: FTE promised on its busiest day, FTE there is. */
    record WeekBody(LocalDate from, String fte, String available, List<UUID> launches) {}
}
