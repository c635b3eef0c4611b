package dev.greenlight.sales.commitment;

import dev.greenlight.sales.team.Team;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a team's promises lack and must warn of, now that all of them and the team's people are looked at together. */
final class TeamReview {
    private TeamReview() {}

    /**
     * The promises that must say something else than before.
     *
     * @param promised all that the team has promised, also to launches long on hold: these warn of nothing, as they count
     *     against nobody
     * @param actor user id of who changed something
     */
    static List<Commitment> changed(Team team, List<Binding> promised, String actor, Instant now) {
        Attendance attendance = new Attendance(List.of(team), actor, now);
        StaffingWarnings warnings = new StaffingWarnings(
                team,
                promised.stream()
                        .map(binding -> attended(binding, attendance))
                        .filter(binding -> binding.bindsPeopleAt(now))
                        .toList());
        return promised.stream()
                .flatMap(binding -> {
                    Commitment after = warned(attended(binding, attendance), warnings, now);
                    return after.equals(binding.commitment()) ? Stream.empty() : Stream.of(after);
                })
                .toList();
    }

    /** While a decision is being made, what it is made on stays as it is; a new day off shows after it. */
    private static Binding attended(Binding binding, Attendance attendance) {
        return binding.launch().isFrozen()
                ? binding
                : new Binding(binding.launch(), attendance.apply(binding.commitment()));
    }

    private static Commitment warned(Binding binding, StaffingWarnings warnings, Instant now) {
        Commitment commitment = binding.commitment();
        return commitment.reviewed(
                commitment.absences(), binding.bindsPeopleAt(now) ? warnings.of(commitment) : List.of());
    }
}
