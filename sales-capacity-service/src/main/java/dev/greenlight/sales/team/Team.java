package dev.greenlight.sales.team;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sales manager's people in one region.
 *
 * @param id unique in its region
 * @param manager user id of who answers for it; null for an imported team whose manager is not among the users
 * @param revision grows by one with each change
 */
public record Team(
        String region, String id, String name, @Nullable String manager, long revision, List<Rep> reps) {
    /** Takes a copy of the reps. */
    public Team {
        reps = List.copyOf(reps);
    }

    /** Which team it is. */
    public TeamKey key() {
        return new TeamKey(region, id);
    }

    /** The person with this id, if in this team. */
    public Optional<Rep> rep(String repId) {
        return reps.stream().filter(rep -> rep.id().equals(repId)).findFirst();
    }

    /** Whether this user is its manager. */
    public boolean isManagedBy(String userId) {
        return Objects.equals(manager, userId);
    }

    /** Whether a sales manager of its region may answer for it: its own manager, or any where it has none among the users. */
    public boolean isAnsweredForBy(String userId) {
        return manager == null || isManagedBy(userId);
    }

    /** Its next revision with these people. */
    public Team changed(String newName, @Nullable String newManager, List<Rep> newReps) {
        return new Team(region, id, newName, newManager, revision + 1, newReps);
    }
}
