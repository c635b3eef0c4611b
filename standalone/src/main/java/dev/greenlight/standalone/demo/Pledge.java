package dev.greenlight.standalone.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a manager gives for one requirement: from a team's pool, or by name.
 *
 * @param team the team's manager in the imported file
 * @param pool FTE from the pool; empty where reps are named
 * @param reps who, by name; empty where the pool gives
 */
record Pledge(
        Person manager, String region, String requirement, String team, Optional<String> pool, List<NamedRep> reps) {

    /** A rep of the imported team and the FTE per day that the launch gets. */
    record NamedRep(String name, String fte) {}

    static Pledge fromPool(Person manager, String region, String requirement, String team, String fte) {
        return new Pledge(manager, region, requirement, team, Optional.of(fte), List.of());
    }

    static Pledge named(Person manager, String region, String requirement, String team, NamedRep... reps) {
        return new Pledge(manager, region, requirement, team, Optional.empty(), List.of(reps));
    }

    /** The team's id, which the import makes of its manager's name. */
    String teamId() {
        return idOf(team);
    }

    Documents.Commitment document(long planRevision) {
        return new Documents.Commitment(
                planRevision,
                teamId(),
                pool.orElse(null),
                reps.isEmpty()
                        ? null
                        : reps.stream()
                                .map(rep -> new Documents.Rep(idOf(rep.name()), rep.fte()))
                                .toList());
    }

    /** For people: who gives how much. */
    String words() {
        return pool.map(fte -> fte + " FTE from the pool")
                .orElseGet(() ->
                        reps.stream().map(rep -> rep.name() + " " + rep.fte()).collect(Collectors.joining(", ")));
    }

    private static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
