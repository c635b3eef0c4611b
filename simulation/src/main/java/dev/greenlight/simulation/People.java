package dev.greenlight.simulation;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.sales.team.Rep;
import dev.greenlight.sales.team.Team;
import java.util.List;
import java.util.Set;

/** Who acts. */
final class People {
    static final String CENTRAL = "Central";
    static final String EAST = "East";

    static final Caller MAYA = caller("maya", Role.MARKETING);
    static final Caller MAX = caller("max", Role.MARKETING);
    static final Caller SAM = caller("sam", Role.SALES_MANAGER, CENTRAL);
    static final Caller WEI = caller("wei", Role.SALES_MANAGER, EAST);
    static final Caller FAY = caller("fay", Role.FIELD, CENTRAL);
    static final Caller FLO = caller("flo", Role.FIELD, CENTRAL, EAST);
    static final Caller FINN = caller("finn", Role.FIELD, EAST);
    static final Caller PIA = caller("pia", Role.PRODUCT);
    /** Of leadership, and of marketing too: who asks to go live may not waive. */
    static final Caller LEE = new Caller("lee", "lee", Set.of(Role.LEADERSHIP, Role.MARKETING), Set.of());

    static final Caller LIZ = caller("liz", Role.LEADERSHIP);

    static final List<Team> TEAMS = List.of(
            new Team(CENTRAL, "first", "First team", SAM.id(), 1, List.of(rep("ann"), rep("bob"), rep("cyd"))),
            new Team(EAST, "second", "Second team", WEI.id(), 1, List.of(rep("dan"), rep("eve"), rep("fred"))));

    private People() {}

    static Caller managerOf(String region) {
        return region.equals(CENTRAL) ? SAM : WEI;
    }

    static Caller reporterIn(String region, Dice dice) {
        return dice.chance(40) ? FLO : region.equals(CENTRAL) ? FAY : FINN;
    }

    static List<Rep> teamIn(String region) {
        return TEAMS.stream()
                .filter(team -> team.region().equals(region))
                .flatMap(team -> team.reps().stream())
                .toList();
    }

    private static Caller caller(String id, Role role, String... regions) {
        return new Caller(id, id, Set.of(role), Set.of(regions));
    }

    private static Rep rep(String name) {
        return new Rep(name, name, Rep.DEFAULT_ROLE, Fte.of("1"), Set.of());
    }
}
