package dev.greenlight.launchservice.launch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A launch as it is kept, one document for each revision. Readable for ever: fields are added, never renamed. */
record LaunchDocument(
        UUID id,
        long revision,
        long planRevision,
        String owner,
        PlanDocument plan,
        Standing standing,
        List<MarketState> markets,
        @Nullable PendingDecision pending,
        @Nullable DecisionMade lastDecision) {

    static LaunchDocument of(Launch launch) {
        return new LaunchDocument(
                launch.id(),
                launch.revision(),
                launch.planRevision(),
                launch.owner(),
                PlanDocument.of(launch.plan()),
                launch.standing(),
                launch.markets(),
                launch.pending(),
                launch.lastDecision());
    }

    Launch toLaunch() {
        return new Launch(
                id, revision, planRevision, owner, PlanReader.keptPlan(plan), standing, markets, pending, lastDecision);
    }
}
