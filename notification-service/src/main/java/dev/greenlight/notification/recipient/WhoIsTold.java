package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import dev.greenlight.notification.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told what about a launch: a function of what is known about it, of the people and of the instant. Whatever it no
 * longer says is settled. The order in which the facts came does not matter.
 */
public final class WhoIsTold {
    private static final List<MatterRule> RULES = List.of(
            new StaffIsMissing(),
            new TeamDeclined(),
            new TeamWithdrew(),
            new ReportsAreWanted(),
            new GapNeedsDecision(),
            new GapIsDecided(),
            new MarketCanGoLive(),
            new DecisionFell(),
            new ConditionIsWaived(),
            new StaffWasLost(),
            new StatusChanged());

    private WhoIsTold() {}

    /** Everything that stands, one notice for each person and matter. */
    public static List<Notice> about(LaunchView view, People people, Instant now) {
        List<Notice> notices = new ArrayList<>();
        RULES.stream()
                .flatMap(rule -> rule.matters(view, people, now))
                .forEach(matter -> tell(matter, view.launch(), people, notices));
        return notices;
    }

    /** When the same facts may say something else, because time has passed; empty when they never will. */
    public static Optional<Instant> nextTurn(LaunchView view, Instant now) {
        return view.waitingMarkets()
                .map(LaunchFact.MarketPlan::mayGoLiveFrom)
                .flatMap(from -> Stream.of(from.minus(TeamWithdrew.SOON), from))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private static void tell(Matter matter, LaunchFact launch, People people, List<Notice> notices) {
        Set<String> everybody = new HashSet<>(matter.asked());
        everybody.addAll(matter.told());
        everybody.stream()
                .sorted()
                .flatMap(id -> people.find(id).stream())
                .filter(person -> !isOldNews(matter, person))
                .map(person -> notice(matter, launch, person.id()))
                .forEach(notices::add);
    }

    private static boolean isOldNews(Matter matter, Person person) {
        return matter.sort() == Matter.Sort.NEWS && matter.at().isBefore(person.knownSince());
    }

    private static Notice notice(Matter matter, LaunchFact launch, String person) {
        return new Notice(
                person,
                matter.key(),
                matter.kind(),
                launch.launch(),
                matter.region(),
                matter.region() == null ? launch.name() : launch.name() + " · " + matter.region(),
                matter.text(),
                matter.asked().contains(person),
                matter.substance(),
                matter.actor().equals(person),
                matter.at());
    }
}
