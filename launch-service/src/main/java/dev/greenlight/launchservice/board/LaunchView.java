package dev.greenlight.launchservice.board;

import dev.greenlight.launchservice.launch.DecisionMade;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.launch.MarketState;
import dev.greenlight.launchservice.launch.PendingDecision;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MarketDocument;
import dev.greenlight.launchservice.launch.PlanDocument.MoneyDocument;
import dev.greenlight.launchservice.launch.PlanDocument.QuotaDocument;
import dev.greenlight.launchservice.launch.PlanDocument.RequirementDocument;
import dev.greenlight.launchservice.readiness.Incident;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A launch as it is read: the plan as it was posted, what has become of it, and how ready it is. */
record LaunchView(
        UUID id,
        long revision,
        long planRevision,
        LaunchStatus status,
        @Nullable String statusReason,
        Instant statusSince,
        String owner,
        String product,
        String name,
        @Nullable Integer tier,
        @Nullable String description,
        @Nullable String positioning,
        @Nullable MoneyDocument budget,
        List<MarketView> markets,
        ReadinessView readiness,
        List<IncidentView> incidents,
        @Nullable PendingView pendingDecision,
        @Nullable DecisionMadeView lastDecision) {

    /** One market of it. */
    record MarketView(
            String region,
            String goLiveDate,
            String zone,
            @Nullable MoneyDocument price,
            List<RequirementDocument> requirements,
            List<QuotaDocument> quotas,
            long pitchRevision,
            boolean live) {

        static MarketView of(Market market, MarketState state) {
            MarketDocument document = MarketDocument.of(market);
            return new MarketView(
                    market.region(),
                    market.goLiveDate().toString(),
                    market.zone().getId(),
                    document.price(),
                    market.requirements().stream().map(RequirementDocument::of).toList(),
                    market.quotas().stream().map(QuotaDocument::of).toList(),
                    state.pitchRevision(),
                    state.live());
        }
    }

    /** Staff that a live market lost. */
    record IncidentView(
            UUID id,
            String region,
            String condition,
            String cause,
            Instant since,
            @Nullable Instant resolvedAt) {

        static IncidentView of(String region, Incident incident) {
            return new IncidentView(
                    incident.id(),
                    region,
                    incident.condition(),
                    incident.cause(),
                    incident.since(),
                    incident.resolvedAt());
        }
    }

    /** A request to go live that waits for sales. */
    record PendingView(UUID id, String requestedBy, Instant requestedAt, List<String> regions) {

        static PendingView of(PendingDecision pending) {
            return new PendingView(pending.id(), pending.requestedBy(), pending.requestedAt(), pending.regions());
        }
    }

    /** The last decision in short. */
    record DecisionMadeView(
            UUID id, String outcome, @Nullable String cause, Instant decidedAt, List<String> regions) {

        static DecisionMadeView of(DecisionMade made) {
            return new DecisionMadeView(
                    made.id(), made.go() ? "GO" : "NO_GO", made.cause(), made.decidedAt(), made.regions());
        }
    }

    static LaunchView of(Launch launch, Map<MarketKey, MarketReadiness> readiness) {
        PlanDocument plan = PlanDocument.of(launch.plan());
        return new LaunchView(
                launch.id(),
                launch.revision(),
                launch.planRevision(),
                launch.status(),
                launch.standing().reason(),
                launch.standing().since(),
                launch.owner(),
                launch.plan().product(),
                launch.plan().name(),
                plan.tier(),
                plan.description(),
                plan.positioning(),
                plan.budget(),
                launch.plan().markets().stream()
                        .map(market -> MarketView.of(
                                market, launch.state(market.region()).orElseThrow()))
                        .toList(),
                ReadinessView.of(launch, readiness),
                launch.marketKeys().stream()
                        .flatMap(market -> Optional.ofNullable(readiness.get(market)).stream())
                        .flatMap(market -> market.incidents().stream()
                                .map(incident -> IncidentView.of(market.market().region(), incident)))
                        .toList(),
                Optional.ofNullable(launch.pending()).map(PendingView::of).orElse(null),
                Optional.ofNullable(launch.lastDecision())
                        .map(DecisionMadeView::of)
                        .orElse(null));
    }
}
