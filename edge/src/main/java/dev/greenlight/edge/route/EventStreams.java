package dev.greenlight.edge.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Passes server-sent events on as they come. A stream stays open for hours, so it must not hold a thread: one is used only
 * while bytes go through. When the browser goes away the next bytes (services send a heartbeat) find that out, and the
 * service's side is closed too.
 */
@Component
class EventStreams implements SmartLifecycle {
    private static final Duration UNTIL_HEADERS = Duration.ofSeconds(10);
    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, "Last-Event-ID", "traceparent");

    private final HttpClient http;
    private final Set<Passing> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    EventStreams() {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    /** Whether the caller asks for a stream of events. */
    static boolean isWanted(ServerRequest request) {
        return request.headers().accept().stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
    }

    /** Opens the same stream at the service; whatever else the service answers is passed on too. */
    ServerResponse open(ServerRequest request, URI service) throws IOException, InterruptedException {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
                http.send(request(request, service), HttpResponse.BodyHandlers.ofPublisher());
        MediaType type = answer.headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .map(MediaType::parseMediaType)
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
        ServerResponse.BodyBuilder response =
                ServerResponse.status(answer.statusCode()).contentType(type);
        if (!MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(type)) {
            return response.body(collect(answer.body()));
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no").stream(
                stream -> answer.body().subscribe(new Passing(stream, open)));
    }

    private static HttpRequest request(ServerRequest request, URI service) {
        URI target = UriComponentsBuilder.fromUri(request.uri())
                .scheme(service.getScheme())
                .host(service.getHost())
                .port(service.getPort())
                .build(true)
                .toUri();
        HttpRequest.Builder copy =
                HttpRequest.newBuilder(target).timeout(UNTIL_HEADERS).GET();
        for (String name : PASSED_ON) {
            request.headers().header(name).forEach(value -> copy.header(name, value));
        }
        return copy.build();
    }

    private static byte[] collect(Flow.Publisher<List<ByteBuffer>> body) {
        HttpResponse.BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
        body.subscribe(bytes);
        CompletionStage<byte[]> whole = bytes.getBody();
        return whole.toCompletableFuture().join();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for open requests to end: these would not. Their readers connect again by themselves. */
    @Override
    public void stop() {
        running = false;
        open.forEach(Passing::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Writes each piece and asks for the next one when it is out. */
    private static final class Passing implements Flow.Subscriber<List<ByteBuffer>> {
        private final ServerResponse.StreamBuilder out;
        private final Set<Passing> open;
        private volatile Flow.@Nullable Subscription upstream;

        Passing(ServerResponse.StreamBuilder out, Set<Passing> open) {
            this.out = out;
            this.open = open;
        }

        void end() {
            Flow.Subscription subscription = upstream;
            if (subscription != null) {
                subscription.cancel();
            }
            out.complete();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            out.onError(failure -> subscription.cancel());
            out.onTimeout(subscription::cancel);
            out.onComplete(() -> {
                open.remove(this);
                subscription.cancel();
            });
            open.add(this);
            try {
                out.flush();
            } catch (IOException e) {
                subscription.cancel();
                throw new UncheckedIOException(e);
            }
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            Flow.Subscription subscription = Objects.requireNonNull(upstream);
            try {
                for (ByteBuffer buffer : buffers) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(bytes);
                    out.write(bytes);
                }
                out.flush();
                subscription.request(1);
            } catch (IOException e) {
                // The reader has gone; the container ends its side by itself.
                subscription.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The service ended the stream in the middle; an event stream's reader connects again by itself.
            out.complete();
        }

        @Override
        public void onComplete() {
            out.complete();
        }
    }
}
