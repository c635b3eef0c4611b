package dev.greenlight.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sales refused to one market or took back.
 *
 * @param refusals the teams that declined or withdrew and have not committed since
 */
public record StaffFact(UUID launch, String region, long revision, String actor, Instant at, List<Refusal> refusals) {

    /** What a team did. */
    public enum Kind {
        DECLINED,
        WITHDRAWN
    }

    /**
     * One team's refusal of one requirement.
     *
     * @param fte how much, as exact decimal text
     * @param by user id of the manager
     * @param counter what the team could give instead
     */
    public record Refusal(
            Kind kind,
            String requirement,
            String team,
            String fte,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable Counter counter) {}

    /** Other staff than asked for. */
    public record Counter(String fte, LocalDate from, LocalDate to) {}

    /** Takes a copy. */
    public StaffFact {
        refusals = List.copyOf(refusals);
    }
}
