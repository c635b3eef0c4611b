package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gap decided, shipped, merged: its reporters and the owner are told. Who reported what is merged is a reporter of the whole, and so
 * hears of what is decided on that.
 */
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
        String outcome = outcome(view, gap);
        return new Matter(
                "gap:" + gap.gap(),
                NoticeKind.GAP,
                null,
                quoted(gap) + merged(view, gap) + " " + outcome,
                outcome,
                gap.actor(),
                gap.at(),
                Set.of(),
                told,
                Matter.Sort.NEWS);
    }

    private static String outcome(LaunchView view, GapFact gap) {
        String because = gap.reason() == null ? "" : ": " + gap.reason();
        return switch (gap.status()) {
            case ACCEPTED ->
                "is accepted" + (gap.targetDate() == null ? "" : " and due on " + gap.targetDate()) + because;
            case DECLINED -> "is declined" + because;
            case WORKAROUND -> "has a workaround" + because;
            case MERGED ->
                "was merged into " + view.whole(gap).map(GapIsDecided::quoted).orElse("another gap") + because;
            case SHIPPED -> "has shipped" + because;
            case VERIFIED -> "has shipped and is verified" + because;
            case NEW, UNDER_REVIEW, UNKNOWN -> "is not decided";
        };
    }

    /** Who reported the same in other words must recognise it. */
    private static String merged(LaunchView view, GapFact gap) {
        List<GapFact> parts = view.parts(gap);
        return parts.isEmpty()
                ? ""
                : ", with "
                        + Sentences.several(
                                parts.stream().map(GapIsDecided::quoted).toList()) + " merged into it,";
    }

    private static String quoted(GapFact gap) {
        return "“" + gap.feature() + "”";
    }
}
