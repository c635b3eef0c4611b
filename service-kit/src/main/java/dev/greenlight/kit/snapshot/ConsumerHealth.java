package dev.greenlight.kit.snapshot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Names each topic whose consumer can't go on and why, and how many records are parked. */
public final class ConsumerHealth implements HealthIndicator {
    private final SnapshotConsumers consumers;
    private final DeadLetters deadLetters;

    ConsumerHealth(SnapshotConsumers consumers, DeadLetters deadLetters) {
        this.consumers = consumers;
        this.deadLetters = deadLetters;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        consumers.states().forEach((topic, state) -> {
            ConsumerState.Trouble trouble = state.trouble();
            if (trouble != null) {
                health.down().withDetail(topic.topicName(), trouble.cause() + " (since " + trouble.since() + ")");
            }
        });
        return health.withDetail("parked", deadLetters.parked()).build();
    }
}
