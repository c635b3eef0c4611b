package dev.greenlight.launchservice.waiver;

import static java.util.Objects.requireNonNull;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.kit.staffing.SensibleTime;
import dev.greenlight.launchservice.launch.LaunchLedger;
import dev.greenlight.launchservice.launch.Launches;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Waivers over HTTP. */
@RestController
@RequestMapping("/api/launches/{launchId}/waivers")
class WaiverController {
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_REASON = 2_000;

    private final Waivers waivers;
    private final WaiverRepository repository;
    private final Launches launches;
    private final LaunchLedger ledger;
    private final IdempotentCalls calls;

    WaiverController(
            Waivers waivers,
            WaiverRepository repository,
            Launches launches,
            LaunchLedger ledger,
            IdempotentCalls calls) {
        this.waivers = waivers;
        this.repository = repository;
        this.launches = launches;
        this.ledger = ledger;
        this.calls = calls;
    }

    /** What leadership waives, as it is posted. */
    record WaiveRequest(
            @Nullable String region,
            @Nullable String condition,
            @Nullable String reason,
            @Nullable String expiresAt) {}

    /**
     * A waiver as it is read.
     *
     * @param covers what it was given for, in words
     * @param endedBy absent while it stands
     */
    record WaiverView(
            UUID id,
            String region,
            String condition,
            String covers,
            String approver,
            String reason,
            Instant givenAt,
            Instant expiresAt,
            Waiver.Status status,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {

        static WaiverView of(Waiver waiver) {
            Waiver.End end = waiver.end();
            return new WaiverView(
                    waiver.id(),
                    waiver.market().region(),
                    waiver.condition(),
                    waiver.demand().words(),
                    waiver.approver(),
                    waiver.reason(),
                    waiver.givenAt(),
                    waiver.expiresAt(),
                    waiver.status(),
                    end == null ? null : end.by(),
                    end == null ? null : end.at());
        }
    }

    /** Waives a condition. */
    @PostMapping
    ResponseEntity<?> give(
            @PathVariable UUID launchId,
            @RequestBody WaiveRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        return calls.once(request, body, () -> {
            Waiver waiver = waivers.give(launchId, read(body, caller), seen, caller);
            return ResponseEntity.created(URI.create("/api/launches/" + launchId + "/waivers/" + waiver.id()))
                    .body(WaiverView.of(waiver));
        });
    }

    /** All waivers that were ever given for the launch, the newest first. */
    @GetMapping
    Page<WaiverView> list(@PathVariable UUID launchId, PageRequest page, Caller caller) {
        launches.known(launchId, caller);
        Instant now = ledger.now();
        return page.page(
                repository.of(launchId, page.afterId(), page.limit() + 1),
                it -> it.id().toString(),
                it -> WaiverView.of(it.asOf(now)));
    }

    /** One waiver, whether it stands or has ended. */
    @GetMapping("/{waiverId}")
    WaiverView one(@PathVariable UUID launchId, @PathVariable UUID waiverId, Caller caller) {
        launches.known(launchId, caller);
        return WaiverView.of(repository
                .find(launchId, waiverId)
                .orElseThrow(Waivers::unknown)
                .asOf(ledger.now()));
    }

    /** Takes a waiver back; the record of it stays. */
    @DeleteMapping("/{waiverId}")
    ResponseEntity<Void> revoke(@PathVariable UUID launchId, @PathVariable UUID waiverId, IfMatch seen, Caller caller) {
        waivers.revoke(launchId, waiverId, seen, caller);
        return ResponseEntity.noContent().build();
    }

    private static WaiverRequest read(WaiveRequest body, Caller caller) {
        Faults faults = new Faults();
        String region = faults.text("/region", body.region(), LONGEST_WORD);
        String condition = faults.text("/condition", body.condition(), LONGEST_WORD);
        String reason = faults.text("/reason", body.reason(), LONGEST_REASON);
        Instant expiresAt = faults.read("/expiresAt", body.expiresAt(), SensibleTime::instant);
        faults.throwIfAny();
        return new WaiverRequest(
                requireNonNull(region),
                requireNonNull(condition),
                caller.id(),
                requireNonNull(reason),
                requireNonNull(expiresAt));
    }
}
