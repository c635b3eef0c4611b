package dev.greenlight.launchservice.planfile;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MoneyDocument;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A launch in a file: its plan with what tells one launch and one revision from another. Nothing is checked yet.
 *
 * @param id null for a launch that is new and has none yet
 * @param revision the one that the author of the file saw
 * @param status DRAFT, PLANNED, …
 * @param draft in place of a status, as in a plan that is posted
 */
record FiledPlan(
        @Nullable UUID id,
        @Nullable Long revision,
        @Nullable String status,
        @Nullable String owner,
        @Nullable String product,
        @Nullable String name,
        @Nullable Integer tier,
        @Nullable String description,
        @Nullable String positioning,
        @Nullable MoneyDocument budget,
        @Nullable List<@Nullable MarketDocument> markets,
        @Nullable Boolean draft) {
    private static final long LATEST_FIRST_REVISION = 1_000_000_000L;

    static FiledPlan of(Launch launch) {
        PlanDocument plan = PlanDocument.of(launch.plan());
        return new FiledPlan(
                launch.id(),
                launch.revision(),
                launch.status().name(),
                launch.owner(),
                plan.product(),
                plan.name(),
                plan.tier(),
                plan.description(),
                plan.positioning(),
                plan.budget(),
                plan.markets(),
                null);
    }

    /** The plan that makes it anew. */
    PlanDocument asNewPlan() {
        return document(isDraft());
    }

    /** The plan that revises it. */
    PlanDocument asNextPlan() {
        return document(null);
    }

    /**
     * The revision with which a new launch begins, so that whoever knew it under this id does not take it for an older one.
     *
     * @throws IllegalArgumentException when it can't be one
     */
    long firstRevision() {
        long first = revision == null ? 1 : revision;
        if (first < 1 || first > LATEST_FIRST_REVISION) {
            throw new IllegalArgumentException("revision is a number from 1 to " + LATEST_FIRST_REVISION);
        }
        return first;
    }

    /**
     * Refuses what no new launch can be.
     *
     * @throws IllegalArgumentException with a sentence for the author
     */
    void checkNewStatus() {
        LaunchStatus given = givenStatus();
        if (given != null && given != LaunchStatus.DRAFT && given != LaunchStatus.PLANNED) {
            throw new IllegalArgumentException("A new launch is DRAFT or PLANNED; nothing becomes " + given.words()
                    + " by an import, so take it out of the file");
        }
    }

    /**
     * Refuses a change of status.
     *
     * @throws IllegalArgumentException with a sentence for the author
     */
    void checkStatus(Launch launch) {
        LaunchStatus given = givenStatus();
        if (given != null && given != launch.status()) {
            throw new IllegalArgumentException(
                    "The launch is " + launch.status().words() + ", the file says " + given.words()
                            + "; its status changes by publish, hold, resume, cancel and close only");
        }
    }

    private boolean isDraft() {
        return givenStatus() == LaunchStatus.DRAFT;
    }

    private @Nullable LaunchStatus givenStatus() {
        if (status == null) {
            return Boolean.TRUE.equals(draft) ? LaunchStatus.DRAFT : null;
        }
        return Arrays.stream(LaunchStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status is one of "
                        + Arrays.stream(LaunchStatus.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private PlanDocument document(@Nullable Boolean asDraft) {
        return new PlanDocument(product, name, tier, description, positioning, budget, markets, owner, asDraft);
    }
}
