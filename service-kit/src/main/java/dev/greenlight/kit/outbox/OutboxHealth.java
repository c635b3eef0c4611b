package dev.greenlight.kit.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names what keeps events from leaving the outbox, and how many wait. */
public final class OutboxHealth implements HealthIndicator {
    /** Events that wait longer than this are a failure even if the relay knows of none. */
    private static final Duration LAG_LIMIT = Duration.ofSeconds(30);

    private static final int COUNTED_AT_MOST = 10_000;

    private final OutboxRelay relay;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxHealth(OutboxRelay relay, JdbcClient jdbc, Clock clock) {
        this.relay = relay;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Waiting waiting = jdbc.sql("""
                        SELECT count(*) AS events, coalesce(min(created_at), now()) AS oldest
                          FROM (SELECT created_at FROM outbox ORDER BY id LIMIT ?) AS waiting
                        """)
                .param(COUNTED_AT_MOST)
                .query((row, number) -> new Waiting(
                        row.getLong("events"), row.getTimestamp("oldest").toInstant()))
                .single();
        RelayState state = relay.state();
        Duration lag = waiting.events() == 0 ? Duration.ZERO : Duration.between(waiting.oldest(), clock.instant());
        boolean down = state.isFailing() || lag.compareTo(LAG_LIMIT) > 0;
        Health.Builder health = (down ? Health.down() : Health.up())
                .withDetail("waiting", waiting.events())
                .withDetail("lagMillis", Math.max(0, lag.toMillis()))
                .withDetail("relaysHere", state.holdsTheLock());
        if (state.trouble() != null) {
            health.withDetail("trouble", state.trouble());
        }
        if (state.since() != null) {
            health.withDetail("since", state.since().toString());
        }
        return health.build();
    }

    private record Waiting(long events, Instant oldest) {}
}
