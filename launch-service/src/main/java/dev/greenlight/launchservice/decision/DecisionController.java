package dev.greenlight.launchservice.decision;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.launchservice.launch.Launches;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Going live over HTTP. */
@RestController
@RequestMapping("/api/launches/{launchId}")
class DecisionController {
    private final GoLive goLive;
    private final DecisionRepository decisions;
    private final Launches launches;
    private final IdempotentCalls calls;

    DecisionController(GoLive goLive, DecisionRepository decisions, Launches launches, IdempotentCalls calls) {
        this.goLive = goLive;
        this.decisions = decisions;
        this.launches = launches;
        this.calls = calls;
    }

    /** Which markets are to go live; left out: all that are not live yet. */
    record GoLiveRequest(@Nullable List<@Nullable String> regions) {}

    /** Asks to go live: 200 with the decision when it falls in time, else 202 with where it will be. */
    @PostMapping("/go-live")
    ResponseEntity<Decision> goLive(
            @PathVariable UUID launchId,
            @RequestBody(required = false) @Nullable GoLiveRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        List<String> regions = body == null ? null : regions(body);
        // The request must be committed before anybody can answer it, so the waiting is outside its transaction.
        ResponseEntity<?> accepted = calls.once(request, body, () -> {
            Decision asked = goLive.ask(launchId, regions, seen, caller);
            return ResponseEntity.accepted()
                    .location(location(launchId, asked.id()))
                    .body(asked);
        });
        URI location = Optional.ofNullable(accepted.getHeaders().getLocation()).orElseThrow();
        String path = location.getPath();
        Decision decision = goLive.await(launchId, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        return decision.outcome() == Decision.Outcome.PENDING
                ? ResponseEntity.accepted().location(location).body(decision)
                : ResponseEntity.ok().location(location).body(decision);
    }

    /** All attempts, the newest first. */
    @GetMapping("/decisions")
    Page<Decision> list(@PathVariable UUID launchId, PageRequest page, Caller caller) {
        launches.known(launchId, caller);
        return page.page(
                decisions.of(launchId, page.afterId(), page.limit() + 1),
                it -> it.id().toString(),
                Function.identity());
    }

    /** One attempt with its snapshot of all conditions. */
    @GetMapping("/decisions/{decisionId}")
    Decision one(@PathVariable UUID launchId, @PathVariable UUID decisionId, Caller caller) {
        return known(launchId, decisionId, caller);
    }

    /** What the gate says today of the facts that the decision was made on. */
    @GetMapping("/decisions/{decisionId}/evaluation")
    DecisionEvaluation evaluation(@PathVariable UUID launchId, @PathVariable UUID decisionId, Caller caller) {
        Decision decision = known(launchId, decisionId, caller);
        if (decision.outcome() == Decision.Outcome.PENDING) {
            throw Rejection.conflict(
                            "decision-pending", "The decision has not fallen yet; there is nothing to judge again")
                    .asException();
        }
        return DecisionEvaluation.of(decision, decisions.facts(decisionId))
                .orElseThrow(() -> Rejection.notFound(
                                "This decision was made before the facts of decisions were kept; it can't be judged again")
                        .asException());
    }

    private Decision known(UUID launchId, UUID decisionId, Caller caller) {
        launches.known(launchId, caller);
        return decisions
                .find(launchId, decisionId)
                .orElseThrow(() ->
                        Rejection.notFound("This launch has no such decision").asException());
    }

    private static @Nullable List<String> regions(GoLiveRequest body) {
        List<@Nullable String> given = body.regions();
        if (given == null) {
            return null;
        }
        Faults faults = new Faults();
        if (given.isEmpty()) {
            faults.add("/regions", "names no market; leave it out to ask for all");
        }
        for (int i = 0; i < given.size(); i++) {
            faults.required("/regions/" + i, given.get(i));
        }
        faults.throwIfAny();
        return given.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static URI location(UUID launchId, UUID decisionId) {
        return URI.create("/api/launches/" + launchId + "/decisions/" + decisionId);
    }
}
