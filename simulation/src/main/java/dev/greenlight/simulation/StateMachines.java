package dev.greenlight.simulation;

import dev.greenlight.kit.transition.TransitionTable;
import dev.greenlight.launchservice.decision.Decision.Outcome;
import dev.greenlight.launchservice.gap.GapStatus;
import dev.greenlight.launchservice.launch.LaunchStatus;
import dev.greenlight.sales.commitment.CommitmentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The four state machines, and the page that draws them: {@code make diagrams}. */
public final class StateMachines {
    /** All of them. */
    static final List<Machine> ALL = List.of(
            new Machine("launch", "Launch", "`launch-service`, `launch/LaunchStatus`", LaunchStatus.TRANSITIONS),
            new Machine(
                    "commitment",
                    "Commitment",
                    "`sales-capacity-service`, `commitment/CommitmentStatus`",
                    CommitmentStatus.TRANSITIONS),
            new Machine("gap", "Feature gap", "`launch-service`, `gap/GapStatus`", GapStatus.TRANSITIONS),
            new Machine("decision", "Go-live decision", "`launch-service`, `decision/Decision`", Outcome.TRANSITIONS));

    private StateMachines() {}

    /**
     * One of them.
     *
     * @param noun whose state it is
     * @param source where its table stands
     */
    record Machine(String noun, String title, String source, TransitionTable<?, ?> table) {
        /** Its steps from one state to another, as the tally counts them. What leads to the same state can't be seen from outside. */
        List<String> steps() {
            return table.transitions().stream()
                    .filter(step -> step.from() != step.to())
                    .map(step -> seen(
                            noun,
                            step.before().map(Enum::name).orElse("[*]"),
                            step.to().name()))
                    .distinct()
                    .toList();
        }

        private String section() {
            return "## " + title + "\n\nThe table stands in " + source + ".\n\n```mermaid\n" + table.diagram()
                    + "```\n";
        }
    }

    /** How the tally names a step. */
    static String seen(String noun, String from, String to) {
        return "transition " + noun + " " + from + " " + to;
    }

    /** The page. */
    static String document() {
        return """
                # State machines

                Drawn from the transition tables that the code asks; `make diagrams` draws them anew. A step that is not in a table can't
                happen, and the simulation fails when one of its steps was never taken.

                """ + ALL.stream().map(Machine::section).collect(Collectors.joining("\n"));
    }

    /**
     * Writes the page.
     *
     * @param args where to
     * @throws IOException when it can't be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), document());
    }
}
