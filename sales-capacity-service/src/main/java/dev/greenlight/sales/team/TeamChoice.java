package dev.greenlight.sales.team;

import dev.greenlight.kit.problem.Fault;
import dev.greenlight.kit.problem.Rejection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which team a sales manager answers for. */
public sealed interface TeamChoice {

    /** This one. */
    record Chosen(Team team) implements TeamChoice {}

    /** None, and why. */
    record Refused(Rejection rejection) implements TeamChoice {}

    /**
     * Chooses among the teams of a region.
     *
     * @param userId a sales manager of that region
     * @param teams all teams of the region
     * @param wanted the team that the manager named; null when none was named: then the only one of their own, else the
     *     only one of the region that nobody else answers for
     */
    static TeamChoice of(String userId, String region, List<Team> teams, @Nullable String wanted) {
        return wanted == null ? unnamed(userId, region, teams) : named(userId, region, teams, wanted);
    }

    private static TeamChoice named(String userId, String region, List<Team> teams, String wanted) {
        for (Team team : teams) {
            if (team.id().equals(wanted)) {
                return team.isAnsweredForBy(userId) ? new Chosen(team) : new Refused(notYours(team));
            }
        }
        return new Refused(Rejection.invalid("/team", "There is no team \"" + wanted + "\" in " + region));
    }

    private static TeamChoice unnamed(String userId, String region, List<Team> teams) {
        List<Team> own = teams.stream().filter(team -> team.isManagedBy(userId)).toList();
        List<Team> candidates = own.isEmpty()
                ? teams.stream().filter(team -> team.isAnsweredForBy(userId)).toList()
                : own;
        if (candidates.size() == 1) {
            return new Chosen(candidates.get(0));
        }
        String detail = candidates.isEmpty()
                ? "You have no team in " + region + " yet; set one up or import the teams file"
                : "Say for which team: "
                        + candidates.stream().map(Team::id).sorted().collect(Collectors.joining(", "));
        return new Refused(
                new Rejection(Rejection.Kind.INVALID, "team-not-clear", detail, List.of(new Fault("/team", detail))));
    }

    private static Rejection notYours(Team team) {
        return Rejection.forbidden(
                "not-your-team", "The team " + team.name() + " is answered for by " + team.manager() + ", not by you");
    }
}
