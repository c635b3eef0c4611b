package dev.greenlight.launchservice.board;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.Etag;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.IfMatch;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Faults;
import dev.greenlight.launchservice.launch.Launch;
import dev.greenlight.launchservice.readiness.ReadinessRepository;
import dev.greenlight.launchservice.staff.CounterOffers;
import dev.greenlight.launchservice.staff.WaitingOffer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What teams that declined could give instead, over HTTP. */
@RestController
@RequestMapping("/api/launches/{id}/counter-offers")
class CounterOfferController {
    private static final int LONGEST_NAME = 500;

    private final CounterOffers offers;
    private final ReadinessRepository readiness;
    private final IdempotentCalls calls;

    CounterOfferController(CounterOffers offers, ReadinessRepository readiness, IdempotentCalls calls) {
        this.offers = offers;
        this.readiness = readiness;
        this.calls = calls;
    }

    /** Whose offer is accepted, and for what. */
    record AcceptRequest(
            @Nullable String region,
            @Nullable String requirement,
            @Nullable String team) {}

    /** A counter-offer as it is read; {@code by} the manager who declined, {@code reason} why. */
    record CounterOfferView(
            String region,
            String requirement,
            String team,
            String fte,
            LocalDate from,
            LocalDate to,
            String by,
            Instant at,
            @Nullable String reason) {

        static CounterOfferView of(WaitingOffer waiting) {
            return new CounterOfferView(
                    waiting.region(),
                    waiting.asked().id(),
                    waiting.answer().team(),
                    waiting.offer().fte().toString(),
                    waiting.offer().window().from(),
                    waiting.offer().window().to(),
                    waiting.answer().by(),
                    waiting.answer().at(),
                    waiting.answer().reason());
        }
    }

    /** What waits for the owner's answer, by region, requirement and team. */
    @GetMapping
    Page<CounterOfferView> waiting(@PathVariable UUID id, PageRequest page, Caller caller) {
        OfferPosition after = page.after(OfferPosition::parse);
        List<WaitingOffer> rest = offers.waiting(id, caller).stream()
                .sorted(OfferPosition.ORDER)
                .filter(offer -> after == null || OfferPosition.of(offer).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return page.page(rest, offer -> OfferPosition.of(offer).toString(), CounterOfferView::of);
    }

    /** The plan asks for what was offered. */
    @PostMapping("/accept")
    ResponseEntity<?> accept(
            @PathVariable UUID id,
            @RequestBody AcceptRequest body,
            IfMatch seen,
            Caller caller,
            HttpServletRequest request) {
        seen.required();
        return calls.once(request, body, () -> {
            Faults faults = new Faults();
            String region = faults.text("/region", body.region(), LONGEST_NAME);
            String requirement = faults.text("/requirement", body.requirement(), LONGEST_NAME);
            String team = faults.text("/team", body.team(), LONGEST_NAME);
            faults.throwIfAny();
            return answer(offers.accept(
                    id,
                    Objects.requireNonNull(region),
                    Objects.requireNonNull(requirement),
                    Objects.requireNonNull(team),
                    seen,
                    caller));
        });
    }

    private ResponseEntity<LaunchView> answer(Launch launch) {
        return ResponseEntity.ok()
                .eTag(Etag.of(launch.revision()))
                .body(LaunchView.of(launch, readiness.find(launch.marketKeys())));
    }
}
