package dev.greenlight.notification.inbox;

import dev.greenlight.kit.access.Caller;
import dev.greenlight.kit.http.IdempotentCalls;
import dev.greenlight.kit.http.Page;
import dev.greenlight.kit.http.PageRequest;
import dev.greenlight.kit.problem.Rejection;
import dev.greenlight.kit.signal.Signals;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One's own inbox; nobody sees another's. */
@RestController
@RequestMapping("/api/notifications")
class InboxController {
    private final DeliveryRepository deliveries;
    private final InboxStreams streams;
    private final Signals signals;
    private final IdempotentCalls calls;
    private final Clock clock;

    InboxController(
            DeliveryRepository deliveries, InboxStreams streams, Signals signals, IdempotentCalls calls, Clock clock) {
        this.deliveries = deliveries;
        this.streams = streams;
        this.signals = signals;
        this.calls = calls;
        this.clock = clock;
    }

    /** Newest first; with {@code unread=true} only what was neither read nor settled. */
    @GetMapping
    Page<Notification> list(Caller caller, @RequestParam(defaultValue = "false") boolean unread, PageRequest part) {
        InboxPosition after = part.after(InboxPosition::parse);
        return part.page(
                deliveries.page(caller.id(), unread, after, part.limit() + 1),
                delivery -> InboxPosition.of(delivery).text(),
                Notification::of);
    }

    /** Marks one as read; a second time changes nothing. */
    @PostMapping("/{id}/read")
    ResponseEntity<?> read(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return calls.once(request, null, () -> {
            Notification read = deliveries
                    .read(caller.id(), id, clock.instant())
                    .map(Notification::of)
                    .orElseThrow(() -> Rejection.notFound("There is no such notification for you")
                            .asException());
            signals.send(Inboxes.CHANNEL, caller.id());
            return ResponseEntity.ok(read);
        });
    }

    /** Marks all as read. */
    @PostMapping("/read-all")
    ResponseEntity<?> readAll(Caller caller, HttpServletRequest request) {
        return calls.once(request, null, () -> {
            int read = deliveries.readAll(caller.id(), clock.instant());
            signals.send(Inboxes.CHANNEL, caller.id());
            return ResponseEntity.ok(new AllRead(read));
        });
    }

    /** An event {@code inbox} with the number of unread ones, at once and after each change. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller) {
        return streams.open(caller.id());
    }

    /** How many were unread before. */
    public record AllRead(int read) {}

    /** A thread as its person sees it. */
    public record Notification(
            UUID id,
            String kind,
            String matter,
            String title,
            String text,
            boolean asksAction,
            UUID launch,
            @Nullable String region,
            Instant at,
            @Nullable Instant readAt,
            @Nullable Instant doneAt) {

        static Notification of(Delivery delivery) {
            return new Notification(
                    delivery.id(),
                    delivery.kind(),
                    delivery.matter(),
                    delivery.title(),
                    delivery.text(),
                    delivery.asksAction(),
                    delivery.launch(),
                    delivery.region(),
                    delivery.at(),
                    delivery.readAt(),
                    delivery.doneAt());
        }
    }
}
