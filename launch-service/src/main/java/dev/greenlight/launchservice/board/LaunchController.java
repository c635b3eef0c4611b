package dev.greenlight.launchservice.board;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.launch.LaunchStatus.Action;
import dev.greenlight.launchservice.launch.Launches;
import dev.greenlight.launchservice.launch.PlanDocument;
import dev.greenlight.launchservice.readiness.ReadinessRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Launches over HTTP: planned, revised, read. */
@RestController
@RequestMapping("/api/launches")
class LaunchController {
    private static final int LONGEST_REASON = 2_000;

    private final Launches launches;
    private final ReadinessRepository readiness;
    private final IdempotentCalls calls;

    LaunchController(Launches launches, ReadinessRepository readiness, IdempotentCalls calls) {
        this.launches = launches;
        this.readiness = readiness;
        this.calls = calls;
    }

    /** Why a launch is held or cancelled. */
    record ReasonRequest(@Nullable String reason) {}

    /** Plans a new launch. */
    @PostMapping
    ResponseEntity<?> plan(@RequestBody PlanDocument body, Caller caller, HttpServletRequest request) {
        return calls.once(request, body, () -> {
            Launch launch = launches.plan(body, caller);
            return ResponseEntity.created(URI.create("/api/launches/" + launch.id()))
                    .eTag(Etag.of(launch.revision()))
                    .body(view(launch));
        });
    }

    /** The plan with its readiness, now or as it was known at an instant. */
    @GetMapping("/{id}")
    ResponseEntity<LaunchView> read(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String asOf, Caller caller) {
        if (asOf == null) {
            return answer(launches.known(id, caller));
        }
        Instant instant = instant(asOf);
        Launch launch = launches.knownAsOf(id, instant, caller);
        return ResponseEntity.ok().body(LaunchView.of(launch, readiness.findAsOf(launch.marketKeys(), instant)));
    }

    /** Every market's conditions. */
    @GetMapping("/{id}/readiness")
    ReadinessView readiness(@PathVariable UUID id, Caller caller) {
        Launch launch = launches.known(id, caller);
        return ReadinessView.of(launch, readiness.find(launch.marketKeys()));
    }

    /** The next revision of the plan. */
    @PutMapping("/{id}")
    ResponseEntity<?> revise(
            @PathVariable UUID id,
            @RequestBody PlanDocument body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        seen.required();
        return calls.once(request, body, () -> answer(launches.revise(id, body, seen, caller)));
    }

    /** Sets the launch aside. */
    @PostMapping("/{id}/hold")
    ResponseEntity<?> hold(
            @PathVariable UUID id,
            @RequestBody ReasonRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        return act(id, Action.HOLD, body, seen, caller, request);
    }

    /** Gives the launch up. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<?> cancel(
            @PathVariable UUID id,
            @RequestBody ReasonRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        return act(id, Action.CANCEL, body, seen, caller, request);
    }

    /** Takes the launch up again. */
    @PostMapping("/{id}/resume")
    ResponseEntity<?> resume(@PathVariable UUID id, IfMatch seen, Caller caller, HttpServletRequest request) {
        return act(id, Action.RESUME, null, seen, caller, request);
    }

    /** Shows a draft to all. */
    @PostMapping("/{id}/publish")
    ResponseEntity<?> publish(@PathVariable UUID id, IfMatch seen, Caller caller, HttpServletRequest request) {
        return act(id, Action.PUBLISH, null, seen, caller, request);
    }

    /** Ends a live launch. */
    @PostMapping("/{id}/close")
    ResponseEntity<?> close(@PathVariable UUID id, IfMatch seen, Caller caller, HttpServletRequest request) {
        return act(id, Action.CLOSE, null, seen, caller, request);
    }

    /** Without a body no reason is asked for; with one it is needed. */
    private ResponseEntity<?> act(
            UUID id,
            Action action,
            @Nullable ReasonRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        seen.required();
        return calls.once(request, body, () -> {
            Faults faults = new Faults();
            String reason = body == null ? null : faults.text("/reason", body.reason(), LONGEST_REASON);
            faults.throwIfAny();
            return answer(launches.act(id, action, reason, seen, caller));
        });
    }

    private ResponseEntity<LaunchView> answer(Launch launch) {
        return ResponseEntity.ok().eTag(Etag.of(launch.revision())).body(view(launch));
    }

    private LaunchView view(Launch launch) {
        return LaunchView.of(launch, readiness.find(launch.marketKeys()));
    }

    private static Instant instant(String text) {
        Faults faults = new Faults();
        Instant instant = faults.read("asOf", text, SensibleTime::instant);
        faults.throwIfAny();
        return Objects.requireNonNull(instant);
    }
}
