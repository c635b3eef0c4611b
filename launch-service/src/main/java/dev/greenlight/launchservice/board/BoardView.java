package dev.greenlight.launchservice.board;

import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.launchservice.launch.Market;
import dev.greenlight.launchservice.launch.MarketKey;
import dev.greenlight.launchservice.readiness.Condition.Kind;
import dev.greenlight.launchservice.readiness.Condition.Status;
import dev.greenlight.launchservice.readiness.Incident;
import dev.greenlight.launchservice.readiness.MarketReadiness;
import dev.greenlight.launchservice.readiness.StandingCondition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A launch on the board: its readiness summed up.
 *
 * @param goLiveDate the first of its markets'
 */
record BoardView(
        UUID id,
        long revision,
        String product,
        String name,
        @Nullable Integer tier,
        LaunchStatus status,
        String owner,
        LocalDate goLiveDate,
        boolean ready,
        boolean decisionPending,
        List<BoardMarket> markets) {

    /**
     * One market in short.
     *
     * @param capacity the worst of its conditions of that kind, like {@code feedback} and {@code gaps}
     * @param next what has been missing for longest; absent when nothing is
     * @param openIncidents staff lost since it went live
     */
    record BoardMarket(
            String region,
            LocalDate goLiveDate,
            boolean live,
            boolean ready,
            @Nullable Status capacity,
            @Nullable Status feedback,
            @Nullable Status gaps,
            @Nullable Next next,
            long openIncidents) {

        static BoardMarket of(Market market, MarketReadiness readiness) {
            return new BoardMarket(
                    market.region(),
                    market.goLiveDate(),
                    readiness.live(),
                    readiness.ready(),
                    worst(readiness, Kind.CAPACITY),
                    worst(readiness, Kind.FEEDBACK),
                    worst(readiness, Kind.GAPS),
                    readiness.reds().stream()
                            .min(Comparator.comparing(StandingCondition::since))
                            .map(Next::of)
                            .orElse(null),
                    readiness.incidents().stream().filter(Incident::isOpen).count());
        }

        private static @Nullable Status worst(MarketReadiness readiness, Kind kind) {
            return readiness.conditions().stream()
                    .map(StandingCondition::condition)
                    .filter(condition -> condition.kind() == kind)
                    .map(condition -> condition.status())
                    .max(Comparator.comparing(BoardMarket::badness))
                    .orElse(null);
        }

        private static int badness(Status status) {
            return switch (status) {
                case PASS -> 0;
                case WAIVED -> 1;
                case UNKNOWN -> 2;
                case FAIL -> 3;
            };
        }
    }

    /** What is missing and who can clear it. */
    record Next(
            String condition,
            @Nullable String cause,
            @Nullable String owner,
            Instant since) {

        static Next of(StandingCondition standing) {
            return new Next(
                    standing.condition().id(),
                    standing.condition().cause(),
                    standing.condition().owner(),
                    standing.since());
        }
    }

    static BoardView of(Launch launch, Map<MarketKey, MarketReadiness> readiness) {
        return new BoardView(
                launch.id(),
                launch.revision(),
                launch.plan().product(),
                launch.plan().name(),
                launch.plan().tier(),
                launch.status(),
                launch.owner(),
                launch.plan().firstGoLiveDate(),
                ReadinessView.of(launch, readiness).ready(),
                launch.pending() != null,
                launch.plan().markets().stream()
                        .flatMap(market ->
                                Optional.ofNullable(readiness.get(new MarketKey(launch.id(), market.region())))
                                        .map(it -> BoardMarket.of(market, it))
                                        .stream())
                        .toList());
    }
}
