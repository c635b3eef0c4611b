package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a team's promises lack and must warn of, now that all of them and the team's people are looked at together. */
final class TeamReview {
    private TeamReview() {}

    /** The promises that must say something else than before. */
    static List<Commitment> changed(Team team, List<Binding> bindings) {
        StaffingWarnings warnings = new StaffingWarnings(team, bindings);
        return bindings.stream()
                .flatMap(binding -> {
                    Commitment before = binding.commitment();
                    Commitment after = before.reviewed(absences(team, binding), warnings.of(before));
                    return after.equals(before) ? Stream.empty() : Stream.of(after);
                })
                .toList();
    }

    /** While a decision is being made, what it is made on stays as it is; a new day off shows after it. */
    private static Map<LocalDate, Fte> absences(Team team, Binding binding) {
        Commitment commitment = binding.commitment();
        return binding.launch().isFrozen()
                ? commitment.absences()
                : Absences.of(team, commitment.window(), commitment.reps());
    }
}
