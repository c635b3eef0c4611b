package dev.greenlight.sales.team;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IfMatch;
import java.util.Set;

/** Managers' calls about their teams, without HTTP. */
public final class TeamCalls {
    private final TeamDesk desk;

    TeamCalls(TeamDesk desk) {
        this.desk = desk;
    }

    /** Makes a team be as told. */
    public Team put(Caller caller, Team wanted, Set<String> leaving) {
        return desk.put(caller, wanted, leaving, new IfMatch(null));
    }
}
