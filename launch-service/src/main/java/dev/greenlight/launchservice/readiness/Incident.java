package dev.greenlight.launchservice.readiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Staff lost after a market went live.
 *
 * @param condition the capacity condition that fails
 * @param cause what was missing when it began
 * @param resolvedAt when the staff was there again; null while it is not
 */
public record Incident(
        UUID id,
        String condition,
        String cause,
        Instant since,
        @Nullable Instant resolvedAt) {

    /** Whether the staff is still missing. */
    public boolean isOpen() {
        return resolvedAt == null;
    }

    /**
     * The incidents of a live market as its conditions make them: one begins where capacity fails and none is open for it; one
     * ends when its condition passes, or is asked no more. While nobody can tell, or leadership has waived it, nothing begins and
     * nothing ends: a waiver brings no staff.
     */
    static List<Incident> after(List<Incident> before, List<Condition> conditions, Instant now, Supplier<UUID> ids) {
        Map<String, Condition> judged =
                conditions.stream().collect(Collectors.toMap(Condition::id, Function.identity()));
        List<Incident> after = new ArrayList<>();
        before.forEach(incident -> after.add(incident.judgedBy(judged.get(incident.condition()), now)));
        conditions.stream()
                .filter(it -> it.kind() == Condition.Kind.CAPACITY && it.status() == Condition.Status.FAIL)
                .filter(it -> after.stream()
                        .noneMatch(incident ->
                                incident.isOpen() && incident.condition().equals(it.id())))
                .toList()
                .forEach(it -> after.add(new Incident(ids.get(), it.id(), String.valueOf(it.cause()), now, null)));
        return List.copyOf(after);
    }

    private Incident judgedBy(@Nullable Condition judged, Instant now) {
        boolean resolved = isOpen() && (judged == null || judged.passes());
        return resolved ? new Incident(id, condition, cause, since, now) : this;
    }
}
