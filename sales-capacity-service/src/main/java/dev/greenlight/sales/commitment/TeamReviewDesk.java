package dev.greenlight.sales.commitment;

import dev.greenlight.sales.launch.Cause;
import dev.greenlight.sales.launch.Launch;
import dev.greenlight.sales.launch.LaunchRepository;
import dev.greenlight.sales.launch.Market;
import dev.greenlight.sales.launch.MarketKey;
import dev.greenlight.sales.team.Team;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks again at what one team has promised; runs in its caller's transaction. */
@Component
class TeamReviewDesk {
    private final LaunchRepository launches;
    private final CommitmentRepository commitments;
    private final MarketAnswers answers;
    private final Clock clock;

    TeamReviewDesk(LaunchRepository launches, CommitmentRepository commitments, MarketAnswers answers, Clock clock) {
        this.launches = launches;
        this.commitments = commitments;
        this.answers = answers;
        this.clock = clock;
    }

    /** Looks again at all that a team has promised, and publishes where that says something else now. The team's row is locked. */
    void review(Team team, Cause cause) {
        List<MarketKey> keys = promised(team).stream()
                .map(binding -> binding.commitment().key().market())
                .distinct()
                .toList();
        Map<MarketKey, Market> markets =
                launches.lockMarkets(keys).stream().collect(Collectors.toMap(Market::key, Function.identity()));
        List<Binding> promised = promised(team).stream()
                .filter(binding ->
                        markets.containsKey(binding.commitment().key().market()))
                .toList();
        List<Commitment> changed = TeamReview.changed(team, promised, cause.actor(), clock.instant());
        if (changed.isEmpty()) {
            return;
        }
        commitments.save(changed);
        answers.publish(
                promised.stream()
                        .map(Binding::launch)
                        .distinct()
                        .collect(Collectors.toMap(Launch::id, Function.identity())),
                changed.stream()
                        .map(commitment -> commitment.key().market())
                        .distinct()
                        .flatMap(key -> Optional.ofNullable(markets.get(key)).stream())
                        .toList(),
                cause);
    }

    private List<Binding> promised(Team team) {
        return commitments.promised(team.region(), team.id(), Today.anywhere(clock.instant()));
    }
}
