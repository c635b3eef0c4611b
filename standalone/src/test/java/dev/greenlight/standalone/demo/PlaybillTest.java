package dev.greenlight.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.standalone.demo.Outcome.MarketOutcome;
import dev.greenlight.standalone.demo.Outcome.Missing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaybillTest {
    private static final Outcome OUTCOME = new Outcome(
            UUID.fromString("0196a1b2-0000-7000-8000-000000000001"),
            List.of(
                    new MarketOutcome("Central", true, Optional.of("GO"), 6, List.of()),
                    new MarketOutcome(
                            "East",
                            false,
                            Optional.of("NO_GO"),
                            6,
                            List.of(new Missing("feedback:medical", "1 of 2 accounts heard in medical", "field:East"))),
                    new MarketOutcome("West", false, Optional.empty(), 5, List.of())));

    @Test
    void theLastTableSaysWhoIsLiveWhoIsNotAndWhoMustDoWhat() {
        assertThat(printed(false).lines().map(String::strip))
                .contains(
                        "Central   GO     ▲ live, all 6 conditions met",
                        "East      NO_GO  1 of 6 conditions not met",
                        "● 1 of 2 accounts heard in medical                     → field:East",
                        "West      –      not asked yet");
    }

    @Test
    void thereIsColourInATerminalOnly() {
        assertThat(printed(false)).doesNotContain("\u001B");
        assertThat(printed(true)).contains("\u001B[32mGO");
    }

    private static String printed(boolean colour) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Playbill(new PrintStream(bytes, true, StandardCharsets.UTF_8), colour)
                .outcome(OUTCOME, "http://localhost:8080");
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
