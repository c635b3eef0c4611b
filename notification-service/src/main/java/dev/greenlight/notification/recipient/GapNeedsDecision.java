package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** New or reopened BLOCKER gap: product is asked to review it, the owner is told. */
final class GapNeedsDecision implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        if (!view.launch().status().isUnderWay()) {
            return Stream.empty();
        }
        return view.gaps().stream()
                .filter(gap -> gap.blocker() && gap.status().isOpen() && gap.breadth() > 0)
                .map(gap -> new Matter(
                        "review:" + gap.gap(),
                        NoticeKind.REVIEW,
                        null,
                        sentence(gap),
                        gap.reopened() ? "again" : "first",
                        gap.actor(),
                        gap.at(),
                        people.all(Role.PRODUCT),
                        Set.of(view.launch().owner()),
                        Matter.Sort.STANDING));
    }

    private static String sentence(GapFact gap) {
        return "BLOCKER “" + gap.feature() + "” " + (gap.reopened() ? "is back and " : "")
                + "waits for product’s decision: "
                + gap.breadth() + (gap.breadth() == 1 ? " account misses it" : " accounts miss it")
                + (gap.regions().isEmpty() ? "" : " in " + Sentences.list(gap.regions()));
    }
}
