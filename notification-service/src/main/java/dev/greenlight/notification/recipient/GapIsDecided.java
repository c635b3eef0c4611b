package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Gap decided, shipped, merged: its reporters and the owner are told. */
final class GapIsDecided implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        if (!view.launch().status().isUnderWay()) {
            return Stream.empty();
        }
        return view.gaps().stream()
                .filter(gap -> !gap.status().isOpen() && gap.status() != GapFact.Status.UNKNOWN)
                .map(gap -> matter(view, gap));
    }

    private static Matter matter(LaunchView view, GapFact gap) {
        Set<String> told = new HashSet<>(gap.reporters());
        told.add(view.launch().owner());
        String outcome = outcome(gap);
        return new Matter(
                "gap:" + gap.gap(),
                NoticeKind.GAP,
                null,
                "“" + gap.feature() + "” " + outcome,
                outcome,
                gap.actor(),
                gap.at(),
                Set.of(),
                told,
                Matter.Sort.NEWS);
    }

    private static String outcome(GapFact gap) {
        String because = gap.reason() == null ? "" : ": " + gap.reason();
        return switch (gap.status()) {
            case ACCEPTED ->
                "is accepted" + (gap.targetDate() == null ? "" : " and due on " + gap.targetDate()) + because;
            case DECLINED -> "is declined" + because;
            case WORKAROUND -> "has a workaround" + because;
            case MERGED -> "was merged into another gap" + because;
            case SHIPPED -> "has shipped" + because;
            case VERIFIED -> "has shipped and is verified" + because;
            case NEW, UNDER_REVIEW, UNKNOWN -> "is not decided";
        };
    }
}
