package dev.greenlight.notification.inbox;

import dev.greenlight.kit.signal.Signals;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who look at their inbox that it has changed. An event says how many are unread now, never what changed, so that
 * one that is lost or comes twice does no harm. A regular sign of life finds out who has gone.
 */
@Component
class InboxStreams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(InboxStreams.class);
    private static final int SENDING_THREADS = 4;
    private static final long NO_TIMEOUT = 0L;

    private final DeliveryRepository deliveries;
    private final Signals signals;
    private final Map<String, Set<SseEmitter>> open = new ConcurrentHashMap<>();
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private volatile ExecutorService senders = newSenders();
    private volatile Signals.@Nullable Subscription subscription;

    InboxStreams(DeliveryRepository deliveries, Signals signals) {
        this.deliveries = deliveries;
        this.signals = signals;
    }

    private static ExecutorService newSenders() {
        return Executors.newFixedThreadPool(SENDING_THREADS, work -> {
            Thread thread = new Thread(work, "inbox-streams");
            thread.setDaemon(true);
            return thread;
        });
    }

    SseEmitter open(String person) {
        SseEmitter stream = new SseEmitter(NO_TIMEOUT);
        open.computeIfAbsent(person, key -> ConcurrentHashMap.newKeySet()).add(stream);
        stream.onCompletion(() -> forget(person, stream));
        stream.onError(failure -> forget(person, stream));
        tell(person);
        return stream;
    }

    private void forget(String person, SseEmitter stream) {
        open.computeIfPresent(person, (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void received(String person) {
        if (person.equals(Signals.MISSED_SOME)) {
            open.keySet().forEach(this::tell);
        } else if (open.containsKey(person)) {
            tell(person);
        }
    }

    /** Many signals for one person while one is being sent become one more event. */
    private void tell(String person) {
        if (toTell.add(person)) {
            try {
                senders.execute(() -> sendTo(person));
            } catch (RejectedExecutionException e) {
                log.debug("Not telling {} any more: the service stops", person);
            }
        }
    }

    private void sendTo(String person) {
        toTell.remove(person);
        try {
            send(
                    person,
                    SseEmitter.event()
                            .name("inbox")
                            .data(new Unread(deliveries.unread(person)), MediaType.APPLICATION_JSON));
        } catch (DataAccessException e) {
            log.warn("{} is not told of changes while the database is away: {}", person, e.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "${greenlight.notification.sign-of-life:PT15S}")
    void signOfLife() {
        open.keySet().forEach(person -> send(person, SseEmitter.event().comment("")));
    }

    private void send(String person, SseEmitter.SseEventBuilder event) {
        Set<ResponseBodyEmitter.DataWithMediaType> parts = event.build();
        for (SseEmitter stream : open.getOrDefault(person, Set.of())) {
            try {
                stream.send(parts);
            } catch (IOException | IllegalStateException e) {
                // Whoever looked has gone; the container calls back and the stream is forgotten.
                forget(person, stream);
            }
        }
    }

    @Override
    public void start() {
        // It may have been stopped and be started again.
        if (senders.isShutdown()) {
            senders = newSenders();
        }
        subscription = signals.listen(Inboxes.CHANNEL, this::received);
    }

    /** Before the server waits for open requests to end: these would not. */
    @Override
    public void stop() {
        Signals.Subscription listening = subscription;
        if (listening != null) {
            listening.close();
        }
        subscription = null;
        open.values().forEach(streams -> streams.forEach(SseEmitter::complete));
        senders.shutdown();
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }

    /** The event's data. */
    private record Unread(long unread) {}
}
