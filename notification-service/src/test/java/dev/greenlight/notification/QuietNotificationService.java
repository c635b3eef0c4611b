package dev.greenlight.notification;

import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.kit.outbox.OutboxRelay;
import dev.greenlight.kit.snapshot.SnapshotConsumers;
import dev.greenlight.kit.snapshot.Subscription;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.call.QuietService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running service in which nothing happens by itself: no consumer, no relay, no clock work. Whatever changes in its database
 * was done by the call that was made last; events are put in by hand.
 */
@OnPlatform(database = "quiet_notification")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"greenlight.notification.newcomers-delay=PT24H", "greenlight.notification.turns-delay=PT24H"})
abstract class QuietNotificationService extends QuietService {
    @Autowired
    Subscription<LaunchPlanned> fromMarketing;

    @Autowired
    Subscription<LaunchReadinessChanged> fromTheGate;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void quiet() {
        service.getBean(SnapshotConsumers.class).stop();
        service.getBean(OutboxRelay.class).stop();
    }

    NotificationExamples examples() {
        return new NotificationExamples(client(), this);
    }

    /** Marketing's service tells of plans, all in one batch. */
    void marketingTells(List<LaunchPlanned> events) {
        transactions.executeWithoutResult(status -> fromMarketing.handler().apply(events));
    }

    /** The gate tells of markets, all in one batch. */
    void gateTells(List<LaunchReadinessChanged> events) {
        transactions.executeWithoutResult(status -> fromTheGate.handler().apply(events));
    }
}
