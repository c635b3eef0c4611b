package dev.greenlight.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for a service behind the door, over real HTTP: it remembers the calls that it got and answers with an empty list,
 * with what was sent, or with a stream that goes on when the test says so.
 */
final class StubService implements AutoCloseable {
    /** A call as it arrived. */
    record Call(String method, URI uri, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final CountDownLatch secondEvent = new CountDownLatch(1);

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.createContext("/api/notifications/stream", this::stream);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The call after those that were asked for before. */
    Call nextCall() throws InterruptedException {
        Call call = calls.poll(10, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("No call reached the service within 10 s");
        }
        return call;
    }

    void forgetCalls() {
        calls.clear();
    }

    void sendSecondEvent() {
        secondEvent.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            remember(exchange);
            byte[] body = content(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Location", uri() + "/api/launches/9");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String content(String path) {
        return switch (path) {
            case "/api/launches" -> """
                {"items": [{"name": "GTK <b>500</b>", "product": "GTK 500", "status": "PLANNED", "markets": [
                  {"region": "Central", "goLiveDate": "2027-03-01", "live": true, "ready": true},
                  {"region": "East", "goLiveDate": "2027-03-02", "live": false, "ready": false,
                   "next": {"cause": "1.5 of 2.5 FTE committed on 2027-04-12"}}]}], "next": null}
                """;
            case "/api/notifications" -> """
                {"items": [
                  {"title": "asked and read", "text": "x", "asksAction": true, "readAt": "2027-01-04T09:00:00Z"},
                  {"title": "told and unread", "text": "x", "asksAction": false},
                  {"title": "told and read", "text": "x", "asksAction": false, "readAt": "2027-01-04T09:00:00Z"},
                  {"title": "asked and done", "text": "x", "asksAction": true, "doneAt": "2027-01-04T09:00:00Z"}],
                 "next": null}
                """;
            default -> "{}";
        };
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            remember(exchange);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("event: inbox\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (secondEvent.await(20, TimeUnit.SECONDS)) {
                exchange.getResponseBody().write("event: inbox\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(), exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()), body));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
