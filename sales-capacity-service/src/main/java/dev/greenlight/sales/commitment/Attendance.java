package dev.greenlight.sales.commitment;

import dev.greenlight.sales.team.Team;
import dev.greenlight.sales.team.TeamKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What promises are worth with the people as they are: who has left the team gives nothing any more, and who is off is missing
 * on that day.
 */
public final class Attendance {
    private final Map<TeamKey, Team> teams;
    private final String actor;
    private final Instant now;

    /**
     * Knows who is in these teams.
     *
     * @param actor user id of who made a look at them necessary
     */
    public Attendance(Collection<Team> teams, String actor, Instant now) {
        this.teams = teams.stream().collect(Collectors.toMap(Team::key, Function.identity()));
        this.actor = actor;
        this.now = now;
    }

    /** The promise as the people of its team can keep it; as it is when it holds nobody or its team is not known here. */
    public Commitment apply(Commitment promise) {
        return promise.bindsPeople()
                ? Optional.ofNullable(teams.get(promise.teamKey()))
                        .map(team -> keptBy(team, promise))
                        .orElse(promise)
                : promise;
    }

    private Commitment keptBy(Team team, Commitment promise) {
        Predicate<CommittedRep> isGone = rep -> team.rep(rep.id()).isEmpty();
        Commitment left = promise.reps().stream().anyMatch(isGone)
                ? promise.leftBy(isGone, sentence(team, promise, isGone), actor, now)
                : promise;
        return left.reviewed(Absences.of(team, left.window(), left.reps()), left.warnings());
    }

    private static String sentence(Team team, Commitment promise, Predicate<CommittedRep> isGone) {
        String gone = promise.reps().stream()
                .filter(isGone)
                .map(rep -> rep.id() + " (" + rep.fte() + " FTE)")
                .collect(Collectors.joining(", "));
        return "No longer in the team " + team.name() + ": " + gone;
    }
}
