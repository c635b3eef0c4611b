package dev.greenlight.kit.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.greenlight.testing.Database;
import dev.greenlight.testing.Platform;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class PostgresSignalsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database = Platform.shared().freshDatabase("signals");
    private final HikariDataSource pool = pool(database);
    private final PostgresSignals first = instance();
    private final PostgresSignals second = instance();
    private final List<String> heardBySecond = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        second.listen("decision", heardBySecond::add);
        first.start();
        second.start();
        await("both listen").atMost(SOON).until(() -> {
            first.send("decision", "ping");
            return heardBySecond.contains("ping");
        });
        heardBySecond.clear();
    }

    @AfterEach
    void stop() {
        first.stop();
        second.stop();
        pool.close();
        Platform.shared().postgres().start();
    }

    @Test
    void aSignalReachesTheOtherInstance() {
        first.send("decision", "42");

        await().atMost(SOON).untilAsserted(() -> assertThat(heardBySecond).contains("42"));
    }

    @Test
    void aSignalReachesThisInstanceAtOnceAndOtherChannelsNotAtAll() {
        first.send("other", "1");
        second.send("decision", "2");

        assertThat(heardBySecond).contains("2").doesNotContain("1");
    }

    @Test
    void whoHasClosedHearsNoMore() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Signals.Subscription subscription = first.listen("decision", heard::add);
        subscription.close();

        first.send("decision", "42");

        assertThat(heard).isEmpty();
    }

    @Test
    void afterALostConnectionEverybodyIsToldToLookAnew() {
        Platform.shared().postgres().kill();
        Platform.shared().postgres().start();

        await("the receiver is told that it may have missed some")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(heardBySecond).contains(Signals.MISSED_SOME));
        await("signals flow again").atMost(SOON).until(() -> {
            first.send("decision", "43");
            return heardBySecond.contains("43");
        });
    }

    private PostgresSignals instance() {
        return new PostgresSignals(new DedicatedConnections(details(database), "signals-test"), pool);
    }

    private static HikariDataSource pool(Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        return pool;
    }

    private static JdbcConnectionDetails details(Database database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
