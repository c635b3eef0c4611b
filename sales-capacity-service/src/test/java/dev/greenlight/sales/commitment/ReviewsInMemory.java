package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.team.TeamRepository;
import dev.greenlight.sales.team.TeamReviews;
import dev.greenlight.testing.memory.MemoryDatabase;
import dev.greenlight.testing.memory.MemoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Requests for second looks at teams, in memory. */
public final class ReviewsInMemory implements TeamReviews {
    private final MemoryTable<Long, Request> requests;
    private final TeamRepository teams;
    private final Supplier<TeamReviewDesk> desk;
    private long lastId;

    /** Nothing is to be looked at. */
    public ReviewsInMemory(MemoryDatabase database, TeamRepository teams, Supplier<?> desk) {
        requests = new MemoryTable<>(database);
        this.teams = teams;
        this.desk = () -> (TeamReviewDesk) desk.get();
    }

    /** The class that looks, for whoever puts the service together. */
    public static Class<?> desk() {
        return TeamReviewDesk.class;
    }

    @Override
    public void request(List<Request> asked) {
        asked.forEach(request -> requests.put(++lastId, request));
    }

    /** Whether a look is due. */
    public boolean isDue(Instant now) {
        return requests.rows().stream().anyMatch(request -> isDue(request, now));
    }

    /** Looks at one team for which a look is due, and so answers all requests for it that are due. */
    public void reviewNext(Instant now) {
        Optional<Request> next =
                requests.rows().stream().filter(request -> isDue(request, now)).findFirst();
        next.ifPresent(request -> {
            requests.byKey().entrySet().stream()
                    .filter(it -> isSameTeam(it.getValue(), request) && isDue(it.getValue(), now))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(requests::remove);
            teams.lock(request.region(), request.team())
                    .ifPresent(team -> desk.get().review(team, new Cause(request.actor(), request.traceparent())));
        });
    }

    private static boolean isDue(Request request, Instant now) {
        Instant due = request.dueAt();
        return due == null || !due.isAfter(now);
    }

    private static boolean isSameTeam(Request one, Request other) {
        return one.region().equals(other.region()) && one.team().equals(other.team());
    }
}
