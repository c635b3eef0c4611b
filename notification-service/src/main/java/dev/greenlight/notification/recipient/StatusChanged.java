package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hold, resume, cancel, close: all who have a part in the launch are told. */
final class StatusChanged implements MatterRule {
    @Override
    public Stream<Matter> matters(LaunchView view, People people, Instant now) {
        LaunchFact launch = view.launch();
        return sentence(launch)
                .map(sentence -> new Matter(
                        "launch:" + launch.launch(),
                        NoticeKind.LAUNCH,
                        null,
                        sentence,
                        launch.status() + " " + launch.statusSince(),
                        launch.statusGivenBy(),
                        launch.statusSince(),
                        Set.of(),
                        Participants.of(view, people),
                        Matter.Sort.NEWS))
                .stream();
    }

    private static Optional<String> sentence(LaunchFact launch) {
        String because = launch.statusReason() == null ? "" : ": " + launch.statusReason();
        return switch (launch.status()) {
            case ON_HOLD -> Optional.of("The launch is on hold" + because);
            case CANCELLED -> Optional.of("The launch is cancelled" + because);
            case CLOSED -> Optional.of("The launch is closed" + because);
            case PLANNED, LIVE ->
                launch.resumed() ? Optional.of("The launch goes on after its hold") : Optional.empty();
            case DRAFT, UNKNOWN -> Optional.empty();
        };
    }
}
