package dev.greenlight.sales.team;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.kit.staffing.SensibleTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is there to be committed. */
@RestController
@RequestMapping("/api/capacity/teams")
class TeamController {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_ROLE = 100;
    private static final int LONGEST_REGION = 100;
    private static final int MOST_REPS = 500;
    private static final int MOST_DAYS_OFF = 1_000;

    private final TeamRepository teams;
    private final TeamDesk desk;
    private final IdempotentCalls calls;

    TeamController(TeamRepository teams, TeamDesk desk, IdempotentCalls calls) {
        this.teams = teams;
        this.desk = desk;
        this.calls = calls;
    }

    @GetMapping
    Page<TeamBody> list(@RequestParam(required = false) @Nullable String region, PageRequest page) {
        PlaceInRegion after = page.after(PlaceInRegion::parse);
        List<Team> rows = teams.list(
                region, after == null ? null : after.region(), after == null ? null : after.id(), page.limit() + 1);
        return page.page(rows, team -> new PlaceInRegion(team.region(), team.id()).toString(), TeamBody::of);
    }

    @PutMapping("/{region}/{teamId}")
    ResponseEntity<?> put(
            Caller caller,
            IfMatch seen,
            @PathVariable String region,
            @PathVariable String teamId,
            @RequestBody TeamRequest body,
            HttpServletRequest request) {
        Team wanted = body.read(region, teamId);
        Set<String> leaving = body.leavers();
        return calls.once(request, body, () -> {
            Team team = desk.put(caller, wanted, leaving, seen);
            return ResponseEntity.ok().eTag(Etag.of(team.revision())).body(TeamBody.of(team));
        });
    }

    /**
     * A team as a client writes it.
     *
     * @param leaving ids of people who are no longer in it although they are promised by name
     */
    record TeamRequest(
            @Nullable String name,
            @Nullable String manager,
            @Nullable List<@Nullable RepRequest> reps,
            @Nullable List<@Nullable String> leaving) {

        Set<String> leavers() {
            return leaving == null
                    ? Set.of()
                    : leaving.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }

        Team read(String region, String teamId) {
            Faults faults = new Faults();
            if (!Slug.isSlug(teamId) || teamId.length() > LONGEST_NAME) {
                faults.add("", "A team's id has letters, digits, - and _ only, for example dustin-brinkmann");
            }
            faults.text("", region, LONGEST_REGION);
            String readName = faults.text("/name", name, LONGEST_NAME);
            String readManager = faults.optionalText("/manager", manager, LONGEST_NAME);
            List<Rep> readReps = readReps(faults);
            checkLeaving(faults, readReps);
            faults.throwIfAny();
            return new Team(region, teamId, String.valueOf(readName), readManager, 0, readReps);
        }

        private void checkLeaving(Faults faults, List<Rep> staying) {
            List<@Nullable String> given = leaving == null ? List.of() : leaving;
            if (given.size() > MOST_REPS) {
                faults.add("/leaving", "At most " + MOST_REPS + " reps leave at once");
                return;
            }
            for (int i = 0; i < given.size(); i++) {
                String id = faults.text("/leaving/" + i, given.get(i), LONGEST_NAME);
                if (id != null && staying.stream().anyMatch(rep -> rep.id().equals(id))) {
                    faults.add("/leaving/" + i, "\"" + id + "\" is still among the reps");
                }
            }
        }

        private List<Rep> readReps(Faults faults) {
            List<@Nullable RepRequest> given = reps;
            if (given == null) {
                faults.add("/reps", "is required");
                return List.of();
            }
            if (given.size() > MOST_REPS) {
                faults.add("/reps", "A team has at most " + MOST_REPS + " reps");
                return List.of();
            }
            List<Rep> read = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                String pointer = "/reps/" + i;
                RepRequest request = faults.required(pointer, given.get(i));
                Rep rep = request == null ? null : request.read(faults, pointer);
                if (rep != null && !ids.add(rep.id())) {
                    faults.add(pointer + "/id", "There is a rep \"" + rep.id() + "\" before this one already");
                } else if (rep != null) {
                    read.add(rep);
                }
            }
            return read;
        }
    }

    /** A person as a client writes it; without id, the name gives it. */
    record RepRequest(
            @Nullable String id,
            @Nullable String name,
            @Nullable String role,
            @Nullable String fte,
            @Nullable List<@Nullable String> daysOff) {

        @Nullable Rep read(Faults faults, String pointer) {
            String readName = faults.text(pointer + "/name", name, LONGEST_NAME);
            String readRole = faults.optionalText(pointer + "/role", role, LONGEST_ROLE);
            Fte readFte = fte == null ? Rep.DEFAULT_FTE : faults.read(pointer + "/fte", fte, Fte::of);
            Set<LocalDate> days = readDaysOff(faults, pointer + "/daysOff");
            String readId = id == null && readName != null
                    ? faults.check(pointer + "/name", () -> Slug.of(readName))
                    : faults.text(pointer + "/id", id, LONGEST_NAME);
            if (readId != null && !Slug.isSlug(readId)) {
                faults.add(pointer + "/id", "A rep's id has letters, digits, - and _ only, for example anna-snelling");
                return null;
            }
            if (readId == null || readName == null || readFte == null) {
                return null;
            }
            return new Rep(readId, readName, readRole == null ? Rep.DEFAULT_ROLE : readRole, readFte, days);
        }

        private Set<LocalDate> readDaysOff(Faults faults, String pointer) {
            List<@Nullable String> given = daysOff == null ? List.of() : daysOff;
            if (given.size() > MOST_DAYS_OFF) {
                faults.add(pointer, "A rep has at most " + MOST_DAYS_OFF + " days off");
                return Set.of();
            }
            Set<LocalDate> read = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                LocalDate day = faults.read(pointer + "/" + i, given.get(i), SensibleTime::day);
                if (day != null) {
                    read.add(day);
                }
            }
            return read;
        }
    }

    /** A team as it is shown. */
    record TeamBody(
            String region, String id, String name, @Nullable String manager, long revision, List<RepBody> reps) {
        static TeamBody of(Team team) {
            return new TeamBody(
                    team.region(),
                    team.id(),
                    team.name(),
                    team.manager(),
                    team.revision(),
                    team.reps().stream()
                            .map(rep -> new RepBody(
                                    rep.id(), rep.name(), rep.role(), rep.fte().toString(), List.copyOf(rep.daysOff())))
                            .toList());
        }
    }

    /** A person as it is shown. */
    record RepBody(String id, String name, String role, String fte, List<LocalDate> daysOff) {}
}
