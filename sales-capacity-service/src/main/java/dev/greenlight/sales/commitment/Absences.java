package dev.greenlight.sales.commitment;

import dev.greenlight.kit.staffing.DateWindow;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a promise lacks on single days because somebody named in it is off. A pool makes up for its people's days off. */
final class Absences {
    private Absences() {}

    static Map<LocalDate, Fte> of(Team team, DateWindow window, List<CommittedRep> reps) {
        Map<LocalDate, Fte> absences = new TreeMap<>();
        for (CommittedRep committed : reps) {
            Optional.of(committed.id())
                    .flatMap(team::rep)
                    .ifPresent(rep -> rep.daysOff().stream()
                            .filter(window::contains)
                            .forEach(day -> absences.merge(day, committed.fte(), Fte::plus)));
        }
        return absences;
    }
}
