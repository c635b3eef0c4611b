package dev.greenlight.notification.recipient;

import dev.greenlight.kit.access.Role;
import dev.greenlight.notification.people.People;
import dev.greenlight.notification.recipient.LaunchFact.Decision;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GO: all who have a part in the launch are told. NO_GO: the owner and whoever each cause names are asked, leadership is told.
 * A NO_GO is settled when its markets are live after all, or another decision has fallen.
 */
final class DecisionFell implements MatterRule {
    /** A decision is the gate's doing, so that who asked for it is told too. */
    private static final String THE_GATE = "";

    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        return Optional.ofNullable(view.launch().lastDecision())
                .filter(decision -> view.launch().status().isUnderWay())
                .flatMap(decision ->
                        decision.go() ? Optional.of(go(view, decision, people)) : noGo(view, decision, people))
                .stream();
    }

    private static Matter go(LaunchView view, Decision decision, People people) {
        Set<String> told = new HashSet<>(Participants.of(view, people));
        told.add(decision.requestedBy());
        return matter(
                decision,
                "GO: " + Sentences.list(decision.regions()) + " may go live",
                Set.of(),
                told,
                Matter.Sort.NEWS);
    }

    private static Optional<Matter> noGo(LaunchView view, Decision decision, People people) {
        boolean settled =
                view.waitingMarkets().noneMatch(market -> decision.regions().contains(market.region()));
        if (settled) {
            return Optional.empty();
        }
        Set<String> asked = new HashSet<>(List.of(view.launch().owner(), decision.requestedBy()));
        decision.regions().stream()
                .flatMap(region -> view.readinessOf(region).stream())
                .flatMap(fact -> fact.reds().stream().flatMap(red -> owners(red, fact.region(), people)))
                .forEach(asked::add);
        String text = "NO_GO for " + Sentences.list(decision.regions())
                + (decision.cause() == null ? "" : ". " + decision.cause());
        return Optional.of(matter(decision, text, asked, people.all(Role.LEADERSHIP), Matter.Sort.STANDING));
    }

    private static Matter matter(
            Decision decision, String text, Set<String> asked, Set<String> told, Matter.Sort sort) {
        return new Matter(
                "decision:" + decision.id(),
                NoticeKind.DECISION,
                null,
                text,
                decision.id().toString(),
                THE_GATE,
                decision.decidedAt(),
                asked,
                told,
                sort);
    }

    /** Owners are written {@code role:region} or {@code role}; where the gate says nothing the kind of condition does. */
    private static Stream<String> owners(ReadinessFact.Red red, String region, People people) {
        String owner = red.owner();
        if (owner == null) {
            return switch (red.kind()) {
                case CAPACITY -> people.in(Role.SALES_MANAGER, region).stream();
                case FEEDBACK -> people.in(Role.FIELD, region).stream();
                case GAPS -> people.all(Role.PRODUCT).stream();
                case UNKNOWN -> Stream.empty();
            };
        }
        int colon = owner.indexOf(':');
        String role = colon < 0 ? owner : owner.substring(0, colon);
        return Role.ofClaim(role).stream()
                .flatMap(known ->
                        colon < 0 ? people.all(known).stream() : people.in(known, owner.substring(colon + 1)).stream());
    }
}
