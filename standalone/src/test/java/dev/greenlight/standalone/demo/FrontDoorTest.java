package dev.greenlight.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenlight.standalone.part.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
    private static final String PROBLEM = """
            {"status": 409, "code": "too-early", "detail": "Central goes live tomorrow",
             "errors": [{"pointer": "/regions/0", "detail": "not yet"}]}""";

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final HttpServer server;

    FrontDoorTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/oauth2/token", call -> answer(call, 200, "{\"access_token\": \"maya's\"}"));
        server.createContext("/api/launches", call -> {
            keys.add(call.getRequestHeaders().getFirst("Idempotency-Key") + " with "
                    + call.getRequestHeaders().getFirst("Authorization"));
            int status = statuses.pop();
            answer(call, status, status == 409 ? PROBLEM : "{}");
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aCallIsSentAgainWithTheSameKeyWhileTheServiceIsAway() {
        statuses.addAll(List.of(503, 502, 201));

        FrontDoor.Answer answer = door(Duration.ofSeconds(30)).post(Person.MAYA, "/api/launches", Map.of(), "key-1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(keys).hasSize(3).containsOnly("key-1 with Bearer maya's");
    }

    @Test
    void aRefusalIsNotSentAgainAndIsToldInItsOwnWords() {
        statuses.add(409);

        FrontDoor.Answer answer = door(Duration.ofSeconds(30)).post(Person.MAYA, "/api/launches", Map.of(), "key-1");

        assertThatThrownBy(() -> answer.expect(200))
                .isInstanceOf(Demo.DemoFailure.class)
                .hasMessage("Maya's POST /api/launches was answered with 409 too-early: Central goes live tomorrow"
                        + " (/regions/0 not yet)");
    }

    @Test
    void aDoorThatNobodyOpensIsToldAfterAWhile() {
        FrontDoor nobody = new FrontDoor(
                URI.create("http://127.0.0.1:" + LoopbackPort.free()), Interlude.NONE, Duration.ofMillis(300));

        assertThatThrownBy(() -> nobody.get(Person.MAYA, "/api/launches"))
                .isInstanceOf(Demo.DemoFailure.class)
                .hasMessageContaining("Maya's sign-in at /oauth2/token was not answered within");
    }

    private FrontDoor door(Duration patience) {
        return new FrontDoor(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Interlude.NONE, patience);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
