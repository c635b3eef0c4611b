package dev.greenlight.launchservice;

import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.SalesResourced;
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
@OnPlatform(database = "quiet_launch")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"greenlight.decision.patience=PT0S", "greenlight.decision.look-every=PT24H"})
abstract class QuietLaunchService extends QuietService {
    @Autowired
    Subscription<SalesResourced> fromSales;

    @Autowired
    Subscription<FeatureGapReported> fromTheField;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void quiet() {
        service.getBean(SnapshotConsumers.class).stop();
        service.getBean(OutboxRelay.class).stop();
    }

    LaunchExamples examples() {
        return new LaunchExamples(client(), this);
    }

    /** Sales tells of markets, all in one batch. */
    void salesTells(List<SalesResourced> events) {
        transactions.executeWithoutResult(status -> fromSales.handler().apply(events));
    }

    /** The field tells of reports, all in one batch. */
    void fieldTells(List<FeatureGapReported> events) {
        transactions.executeWithoutResult(status -> fromTheField.handler().apply(events));
    }
}
