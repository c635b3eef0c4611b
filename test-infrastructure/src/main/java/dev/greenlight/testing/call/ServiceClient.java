package dev.greenlight.testing.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to a running service on this machine. */
public final class ServiceClient {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Speaks to the service on a port. */
    public ServiceClient(int port) {
        this.port = port;
    }

    /**
     * Sends a request once.
     *
     * @throws IllegalArgumentException when a header can't be sent at all
     * @throws AssertionError when no answer comes within a minute
     */
    public Reply send(TestRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + request.target()))
                .timeout(ANSWER_WITHIN)
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<InputStream> response = http.send(builder.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean endless =
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Reply(response.statusCode(), text, response.headers());
            }
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Sends any bytes, as no proper client would, and gives what comes back until the service closes the connection. */
    public String sendRaw(String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(ANSWER_WITHIN.toMillis()));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("No answer to " + text, e);
        }
    }
}
