package dev.greenlight.standalone.demo;

import static dev.greenlight.standalone.demo.Person.ADA;
import static dev.greenlight.standalone.demo.Person.FAY;
import static dev.greenlight.standalone.demo.Person.FINN;
import static dev.greenlight.standalone.demo.Person.FLO;
import static dev.greenlight.standalone.demo.Person.MAYA;
import static dev.greenlight.standalone.demo.Person.PIA;
import static dev.greenlight.standalone.demo.Person.ROSA;
import static dev.greenlight.standalone.demo.Person.SAM;
import static dev.greenlight.standalone.demo.Person.WEI;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * How the GTK 500 goes from plan to go-live in Central, and does not in East: told through the public HTTP interface with real
 * accounts, teams and opportunities, and with the events that carried each step. Every call is safe to send again, so that the
 * story goes on when a service ends in the middle of it, and is taken up where it stopped when it is told again.
 */
public final class DemoStory implements Demo {
    private static final String NAME = "GTK 500 general availability";

    private static final List<Step> STEPS = List.of(
            new Step("import", List.of(ADA), "imports what the CRM knows", Performance::importCrm),
            new Step("plan", List.of(MAYA), "plans the launch in three regions", Performance::plan),
            new Step("commit", List.of(SAM, WEI, ROSA), "commit their teams", Performance::commit),
            new Step("report", List.of(FAY, FLO, FINN), "report what customers say", Performance::report),
            new Step("review", List.of(PIA), "decides what becomes of the blocker", Performance::review),
            new Step("go-live-central", List.of(MAYA), "asks to go live in Central", Performance::goLiveInCentral),
            new Step("go-live-east", List.of(MAYA), "asks to go live in East", Performance::goLiveInEast),
            new Step("inbox", List.of(WEI), "finds in his inbox what East waits for", Performance::readInbox));

    private final String name;
    private final Clock clock;

    /** The story of {@value #NAME}, today. */
    public DemoStory() {
        this(NAME, Clock.systemUTC());
    }

    /**
     * The story of another launch, so that it can be told several times on the same data.
     *
     * @param name of the launch
     * @param clock says what day it is
     */
    public DemoStory(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** The steps in their order. */
    public static List<Step> steps() {
        return STEPS;
    }

    @Override
    public void play(Stage stage, PrintStream out) {
        tell(stage, out, Interlude.NONE);
    }

    /**
     * Tells the story, or, where it was told to its end already, how it ended.
     *
     * @param interlude is told what is going on
     * @return how it ended
     * @throws Demo.DemoFailure when it does not come to its end
     */
    public Outcome tell(Stage stage, PrintStream out, Interlude interlude) {
        Playbill playbill = new Playbill(out, isTerminal(out));
        FrontDoor door = new FrontDoor(stage.origin(), interlude);
        try (EventTail tail = new EventTail(stage)) {
            Performance performance = new Performance(name, clock, door, tail, playbill);
            playbill.title(name + ": from plan to go-live", stage.origin().toString());
            if (performance.wasGivenBefore()) {
                playbill.line("This story was told here already, so nothing is planned twice; this is how it ended.");
                playbill.line("./greenlight reset takes the data away, and with them the story.");
            } else {
                perform(performance, playbill, interlude);
            }
            Outcome outcome = performance.outcome();
            playbill.outcome(outcome, stage.origin().toString());
            return outcome;
        }
    }

    private static void perform(Performance performance, Playbill playbill, Interlude interlude) {
        int number = 0;
        for (Step step : STEPS) {
            interlude.before(step);
            number++;
            playbill.step(number, who(step) + " " + step.title());
            try {
                step.action().accept(performance);
            } catch (DemoFailure e) {
                throw new DemoFailure(
                        "The story stopped at \"" + who(step) + " " + step.title() + "\": " + e.getMessage(), e);
            }
            interlude.after(step);
        }
    }

    private static String who(Step step) {
        return Playbill.list(step.who().stream()
                .map(person -> step.who().size() == 1 ? person.words() : person.firstName())
                .toList());
    }

    private static boolean isTerminal(PrintStream out) {
        return out == System.out && Ansi.AUTO.enabled();
    }
}
