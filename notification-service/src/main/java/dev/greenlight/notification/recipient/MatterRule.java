package dev.greenlight.notification.recipient;

import dev.greenlight.notification.people.People;
import java.time.Instant;
import java.util.stream.Stream;

/** One line of the table "who is told". */
@FunctionalInterface
interface MatterRule {
    /** The matters that stand at the instant. */
    Stream<Matter> matters(LaunchView view, People people, Instant now);
}
