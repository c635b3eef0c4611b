package dev.greenlight.sales.commitment;

import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.RepBooking;
import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamRepository;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final int MOST_TEAMS = 1_000;

    private final TeamRepository teams;
    private final CommitmentRepository commitments;
    private final Clock clock;

    LoadController(TeamRepository teams, CommitmentRepository commitments, Clock clock) {
        this.teams = teams;
        this.commitments = commitments;
        this.clock = clock;
    }

    @GetMapping
    LoadBody load(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        DateWindow window = window(from, to);
        Map<RepKey, List<RepBooking>> bookings = commitments.binding(region, window).stream()
                .flatMap(binding -> binding.bookings().stream()
                        .map(booking -> Map.entry(
                                new RepKey(
                                        binding.commitment().key().market().region(),
                                        binding.commitment().key().team(),
                                        booking.repId()),
                                booking)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new LoadBody(teams.list(region, null, null, MOST_TEAMS).stream()
                .flatMap(team -> team.reps().stream().map(rep -> body(team, rep, bookings, window)))
                .toList());
    }

    private DateWindow window(@Nullable String from, @Nullable String to) {
        Faults faults = new Faults();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate readFrom = faults.readOptional("from", from, LocalDate::parse);
        LocalDate readTo = faults.readOptional("to", to, LocalDate::parse);
        LocalDate first = readFrom == null ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : readFrom;
        LocalDate last = readTo == null ? first.plusWeeks(USUAL_WEEKS).minusDays(1) : readTo;
        DateWindow window = faults.check("to", () -> new DateWindow(first, last));
        if (window != null && ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            faults.add("to", "At most 53 weeks are shown at once");
        }
        faults.throwIfAny();
        return window == null ? new DateWindow(first, first) : window;
    }

    private static RepBody body(Team team, Rep rep, Map<RepKey, List<RepBooking>> bookings, DateWindow window) {
        List<RepBooking> own = bookings.getOrDefault(new RepKey(team.region(), team.id(), rep.id()), List.of());
        return new RepBody(
                rep.id(),
                rep.name(),
                team.region(),
                team.id(),
                RepLoad.weeks(rep, own, window).stream()
                        .map(week -> new WeekBody(
                                week.from(),
                                week.booked().toString(),
                                week.available().toString(),
                                week.launches()))
                        .toList());
    }

    /** A person of a team. */
    private record RepKey(String region, String team, String rep) {}

    /** All people asked for. */
    record LoadBody(List<RepBody> reps) {}

    /** One person's weeks. */
    record RepBody(String id, String name, String region, String team, List<WeekBody> weeks) {}

    /** One week as it is shown: FTE booked on its busiest day, FTE there is. */
    record WeekBody(LocalDate from, String fte, String available, List<UUID> launches) {}
}
