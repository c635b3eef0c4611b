package dev.greenlight.launchservice.staff;

import dev.greenlight.launchservice.history.HistoryEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a snapshot of sales tells that the one before did not, as entries of the time line. */
final class CommitmentNews {
    private CommitmentNews() {}

    static List<HistoryEntry> between(@Nullable SalesSnapshot before, SalesSnapshot after) {
        return after.commitments().stream()
                .filter(commitment -> isNews(before, commitment))
                .map(commitment -> new HistoryEntry(
                        after.market().launchId(),
                        commitment.at(),
                        commitment.by(),
                        HistoryEntry.Type.COMMITMENT,
                        after.market().region(),
                        after.revision(),
                        sentence(commitment)))
                .toList();
    }

    private static boolean isNews(@Nullable SalesSnapshot before, Commitment commitment) {
        if (commitment.status() == Commitment.Status.REQUESTED || commitment.status() == Commitment.Status.UNKNOWN) {
            return false;
        }
        Optional<Commitment> earlier = before == null
                ? Optional.empty()
                : before.to(commitment.requirementId()).stream()
                        .filter(it -> it.team().equals(commitment.team()))
                        .findFirst();
        return earlier.filter(it -> it.status() == commitment.status()
                        && it.fte().equals(commitment.fte())
                        && it.window().equals(commitment.window())
                        && Objects.equals(it.counter(), commitment.counter()))
                .isEmpty();
    }

    private static String sentence(Commitment commitment) {
        String what = commitment.fte() + " FTE for " + commitment.requirementId() + " from "
                + commitment.window().from() + " to " + commitment.window().to();
        String sentence = switch (commitment.status()) {
            case CONFIRMED -> commitment.team() + " committed " + what;
            case STALE -> commitment.team() + " must reconfirm " + what;
            case WITHDRAWN -> commitment.team() + " withdrew " + what;
            case RELEASED -> commitment.team() + " was released from " + what;
            case DECLINED -> commitment.team() + " declined " + commitment.requirementId();
            case REQUESTED, UNKNOWN -> throw new IllegalArgumentException("No news: " + commitment.status());
        };
        return sentence
                + (commitment.reason() == null ? "" : ": " + commitment.reason())
                + (commitment.counter() == null ? "" : "; offers " + commitment.counter() + " instead");
    }
}
