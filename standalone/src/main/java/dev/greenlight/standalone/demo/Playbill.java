package dev.greenlight.standalone.demo;

import dev.greenlight.standalone.demo.EventTail.Seen;
import dev.greenlight.standalone.demo.Outcome.MarketOutcome;
import dev.greenlight.standalone.demo.Outcome.Missing;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints the story: short, aligned, and in colour where that is wanted. */
final class Playbill {
    private static final String INDENT = "     ";
    private static final int KEY_SHOWN = 8;
    private static final String RULE = "─".repeat(100);

    private final PrintStream out;
    private final boolean colour;

    /** @param colour whether the reader is a terminal that shows it */
    Playbill(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /** How a piece of text looks; without colour all look the same. */
    enum Look {
        PLAIN(""),
        STRONG("1"),
        QUIET("2"),
        GOOD("32"),
        BAD("31");

        private final String code;

        Look(String code) {
            this.code = code;
        }
    }

    void title(String title, String where) {
        out.println();
        out.println(" " + look(Look.STRONG, title) + "  " + look(Look.QUIET, where));
    }

    void step(int number, String sentence) {
        out.println();
        out.printf(Locale.ROOT, "%2d  %s%n", number, look(Look.STRONG, sentence));
    }

    void line(String text) {
        line(Look.PLAIN, text);
    }

    void line(Look look, String text) {
        out.println(INDENT + look(look, text.stripTrailing()));
    }

    /** A line with the event that carried what it says. */
    void line(String text, Seen<?> event) {
        out.println(INDENT + text + "  " + look(Look.QUIET, words(event)));
    }

    /** An event on a line of its own. */
    void event(Seen<?> event, String meaning) {
        out.println(INDENT + look(Look.QUIET, String.format(Locale.ROOT, "→ %-48s %s", words(event), meaning)));
    }

    /** The last table. */
    void outcome(Outcome outcome, String origin) {
        out.println();
        out.println(" " + look(Look.QUIET, RULE));
        for (MarketOutcome market : outcome.markets()) {
            out.println(String.format(
                            Locale.ROOT, "  %s  %s  ", look(Look.STRONG, pad(market.region(), 8)), verdict(market))
                    + summary(market));
            for (Missing missing : market.missing()) {
                out.println(String.format(
                        Locale.ROOT, "  %8s  %5s  ● %-52s → %s", "", "", missing.cause(), missing.owner()));
            }
        }
        out.println(" " + look(Look.QUIET, RULE));
        out.println("  Look at it: " + origin + "/api/launches/" + outcome.launchId());
        out.println("  Its events: ./greenlight events launch-readiness --from-beginning");
        out.println();
    }

    private String verdict(MarketOutcome market) {
        String decision = market.decision().orElse("–");
        return switch (decision) {
            case "GO" -> look(Look.GOOD, pad(decision, 5));
            case "NO_GO" -> look(Look.BAD, pad(decision, 5));
            default -> pad(decision, 5);
        };
    }

    private static String summary(MarketOutcome market) {
        if (market.live()) {
            return "▲ live, all " + market.conditions() + " conditions met";
        }
        return market.decision().isPresent()
                ? market.missing().size() + " of " + market.conditions() + " conditions not met"
                : "not asked yet";
    }

    private static String words(Seen<?> event) {
        String key = event.key();
        return String.format(
                Locale.ROOT,
                "%s …%s revision %d",
                event.topic().topicName(),
                key.substring(Math.max(0, key.length() - KEY_SHOWN)),
                event.revision());
    }

    private String look(Look look, String text) {
        return colour && !look.code.isEmpty() ? "\u001B[" + look.code + "m" + text + "\u001B[0m" : text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Words as a list in a sentence. */
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
