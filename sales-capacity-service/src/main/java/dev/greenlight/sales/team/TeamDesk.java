package dev.greenlight.sales.team;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.access.Role;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.trace.Traceparent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Sets up and changes teams; each method runs in its caller's transaction. */
@Service
public class TeamDesk {
    private final TeamRepository teams;
    private final PromisedReps promisedReps;
    private final TeamReviews reviews;

    TeamDesk(TeamRepository teams, PromisedReps promisedReps, TeamReviews reviews) {
        this.teams = teams;
        this.promisedReps = promisedReps;
        this.reviews = reviews;
    }

    /**
     * Makes the team be as told.
     *
     * @param wanted the team as it should be; its revision is of no meaning, its manager null when nothing was said
     * @param leaving ids of people who are gone although they are promised by name
     */
    Team put(Caller caller, Team wanted, Set<String> leaving, IfMatch seen) {
        Optional<Team> known = teams.lock(wanted.region(), wanted.id());
        refuse(mayPut(caller, wanted, known.orElse(null)));
        known.ifPresent(team -> refuse(seen.against(team.revision())));
        String manager = manager(caller, wanted, known.orElse(null));
        if (known.isPresent() && isSame(known.get(), wanted, manager)) {
            return known.get();
        }
        Team before =
                known.orElseGet(() -> new Team(wanted.region(), wanted.id(), wanted.name(), manager, 0, List.of()));
        refuse(inOtherTeam(wanted));
        refuse(StaffingChange.check(before, wanted.reps(), promisedReps.of(wanted.region(), wanted.id()), leaving)
                .map(TeamDesk::orTheyAreGone));
        Team after = before.changed(wanted.name(), manager, wanted.reps());
        try {
            teams.save(List.of(after));
        } catch (DuplicateKeyException e) {
            throw Rejection.conflict(
                            "rep-in-other-team",
                            "One of these people was taken into another team of the region just now")
                    .asException();
        }
        reviews.request(
                List.of(new TeamReviews.Request(after.region(), after.id(), caller.id(), Traceparent.current())));
        return after;
    }

    private static Rejection orTheyAreGone(Rejection refusal) {
        return refusal.code().equals(StaffingChange.REP_PROMISED)
                ? Rejection.conflict(
                        refusal.code(),
                        refusal.sentence()
                                + "; or, if they are gone already, name them in \"leaving\", and these launches will see"
                                + " what is missing")
                : refusal;
    }

    private static Optional<Rejection> mayPut(Caller caller, Team wanted, @Nullable Team known) {
        if (caller.is(Role.ADMIN)) {
            return Optional.empty();
        }
        if (!caller.mayActIn(wanted.region())) {
            return Optional.of(regionForbidden(wanted.region()));
        }
        if (wanted.manager() != null && !wanted.isManagedBy(caller.id())) {
            return Optional.of(Rejection.forbidden(
                    "hand-over-by-admin", "Only an administrator hands a team over to another manager"));
        }
        return known == null || known.isAnsweredForBy(caller.id())
                ? Optional.empty()
                : Optional.of(Rejection.forbidden(
                        "not-your-team",
                        "The team " + known.name() + " is answered for by " + known.manager() + ", not by you"));
    }

    /** The refusal for somebody who may not act in a region. */
    public static Rejection regionForbidden(String region) {
        return Rejection.forbidden("region-forbidden", "You may not act in " + region);
    }

    private static @Nullable String manager(Caller caller, Team wanted, @Nullable Team known) {
        if (!caller.is(Role.ADMIN)) {
            return caller.id();
        }
        return wanted.manager() != null || known == null ? wanted.manager() : known.manager();
    }

    private static boolean isSame(Team known, Team wanted, @Nullable String manager) {
        return known.name().equals(wanted.name())
                && Objects.equals(known.manager(), manager)
                && List.copyOf(known.reps()).containsAll(wanted.reps())
                && known.reps().size() == wanted.reps().size();
    }

    private Optional<Rejection> inOtherTeam(Team wanted) {
        Map<String, String> teamOfRep = teams.teamsOf(
                wanted.region(), wanted.reps().stream().map(Rep::id).toList());
        return wanted.reps().stream()
                .filter(rep -> !wanted.id().equals(teamOfRep.getOrDefault(rep.id(), wanted.id())))
                .findFirst()
                .map(rep -> Rejection.conflict(
                        "rep-in-other-team",
                        rep.name() + " is in the team " + teamOfRep.get(rep.id()) + "; take them out there first"));
    }

    private static void refuse(Optional<Rejection> rejection) {
        rejection.ifPresent(refused -> {
            throw refused.asException();
        });
    }
}
