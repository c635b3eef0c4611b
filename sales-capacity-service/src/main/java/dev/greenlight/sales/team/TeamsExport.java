package dev.greenlight.sales.team;

import dev.greenlight.kit.exchange.Exports.Rows;
import dev.greenlight.kit.exchange.FileExport;
import java.util.List;
import org.springframework.stereotype.Component;

/** The teams, one row for each of their people; a team of nobody has a row without a name. */
@Component
class TeamsExport implements FileExport {
    private static final int TEAMS_AT_ONCE = 200;

    private final TeamRepository teams;

    TeamsExport(TeamRepository teams) {
        this.teams = teams;
    }

    @Override
    public String kind() {
        return "teams";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "sales_agent", "manager", "regional_office", "role", "fte", "days_off", "rep", "team", "managed_by");
    }

    @Override
    public void write(Selection selection, Rows rows) {
        List<Team> part = teams.list(selection.region(), null, null, TEAMS_AT_ONCE);
        while (!part.isEmpty()) {
            part.forEach(team -> write(team, rows));
            Team last = part.get(part.size() - 1);
            part = teams.list(selection.region(), last.region(), last.id(), TEAMS_AT_ONCE);
        }
    }

    private static void write(Team team, Rows rows) {
        if (team.reps().isEmpty()) {
            rows.write(null, team.name(), team.region(), null, null, null, null, team.id(), team.manager());
        }
        for (Rep rep : team.reps()) {
            rows.write(
                    rep.name(),
                    team.name(),
                    team.region(),
                    rep.role(),
                    rep.fte(),
                    rep.daysOff().stream().map(Object::toString).toList(),
                    rep.id(),
                    team.id(),
                    team.manager());
        }
    }
}
