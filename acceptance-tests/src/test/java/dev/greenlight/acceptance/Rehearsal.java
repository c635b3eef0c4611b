package dev.greenlight.acceptance;

import static org.awaitility.Awaitility.await;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.standalone.demo.DemoStory;
import dev.greenlight.standalone.demo.EventTail;
import dev.greenlight.standalone.demo.Interlude;
import dev.greenlight.standalone.demo.Outcome;
import dev.greenlight.standalone.demo.Person;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The demo's story, told on the running system under a name of its own, with accidents on the way. Closing it cancels the
 * launch, so that its teams are free for the next telling.
 */
final class Rehearsal implements AutoCloseable {
    private static final String SALES = "sales-capacity-service";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final WholeSystem system;
    private final String name;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Rehearsal(WholeSystem system, String name) {
        this.system = system;
        this.name = name;
    }

    /** Tells the story without accidents. */
    Outcome told() {
        return told(Interlude.NONE);
    }

    /** Tells the story while a service is killed right after the first commitment, and again while a decision is pending. */
    Outcome toldWhileKilled(String service) {
        Accidents accidents = new Accidents(service);
        Outcome outcome = told(accidents);
        accidents.haveHappened();
        return outcome;
    }

    /** What was printed until now. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Outcome told(Interlude interlude) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            return new DemoStory(name, Clock.systemUTC()).tell(system.stage(), out, interlude);
        } finally {
            System.out.println(printed());
        }
    }

    /** Launches of this name that are on the board, cancelled ones left out. */
    Stream<JsonNode> launches() {
        JsonNode page = visitor()
                .get("maya", "/api/launches?limit=200&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .good();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(launch -> launch.path("name").asString().equals(name))
                .filter(launch -> !launch.path("status").asString().equals("CANCELLED"));
    }

    @Override
    public void close() {
        system.awaitReady();
        launches().map(launch -> launch.path("id").asString()).forEach(this::cancel);
    }

    private void cancel(String launch) {
        Visitor visitor = visitor();
        await("the launch can be cancelled, which it can't while a decision is pending")
                .atMost(LIMIT)
                .until(() -> {
                    String seen = visitor.get("maya", "/api/launches/" + launch)
                            .etag()
                            .orElseThrow();
                    return visitor.send(visitor.call(
                                                    "maya",
                                                    "POST",
                                                    "/api/launches/" + launch + "/cancel",
                                                    "{\"reason\": \"The rehearsal is over\"}")
                                            .with("If-Match", seen))
                                    .status()
                            == 200;
                });
        await("sales has released the teams")
                .atMost(LIMIT)
                .until(() -> visitor.get("sam", "/api/capacity/launches/" + launch)
                        .good()
                        .path("status")
                        .asString()
                        .equals("CANCELLED"));
    }

    private Visitor visitor() {
        return new Visitor(system.stage().origin());
    }

    /** What goes wrong, and when. */
    private final class Accidents implements Interlude {
        private final String service;
        private boolean killedAfterCommitment;
        private Optional<CompletableFuture<Void>> killedDuringDecision = Optional.empty();

        private Accidents(String service) {
            this.service = service;
        }

        @Override
        public void answered(Person who, String method, String path, int status) {
            if (!killedAfterCommitment && method.equals("PUT") && path.contains("/commitments/")) {
                killedAfterCommitment = true;
                system.kill(service);
            }
        }

        @Override
        public void calling(Person who, String method, String path) {
            if (killedDuringDecision.isEmpty() && path.endsWith("/go-live")) {
                system.awaitReady();
                killedDuringDecision = Optional.of(killWhilePending());
            }
        }

        /** Sales holds the second key: as long as it does not answer, the decision is pending. */
        private CompletableFuture<Void> killWhilePending() {
            if (service.equals(SALES)) {
                system.kill(SALES);
                return CompletableFuture.completedFuture(null);
            }
            system.freeze(SALES);
            EventTail tail = new EventTail(system.stage());
            return CompletableFuture.runAsync(() -> {
                try (tail) {
                    tail.await(
                            Topic.LAUNCH_PLANNED,
                            LaunchPlanned.class,
                            plan -> plan.getName().equals(name) && plan.getPendingDecision() != null,
                            "the request to go live");
                    system.kill(service);
                } finally {
                    system.thaw(SALES);
                }
            });
        }

        void haveHappened() {
            if (!killedAfterCommitment || killedDuringDecision.isEmpty()) {
                throw new IllegalStateException("The story came to its end before " + service + " was killed twice");
            }
            killedDuringDecision.get().join();
        }
    }
}
