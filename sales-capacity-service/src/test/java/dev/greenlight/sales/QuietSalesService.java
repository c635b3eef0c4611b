package dev.greenlight.sales;

import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running service in which nothing happens by itself: no consumer, no relay, no review of teams. Whatever changes in its database was done by the
 * call that was made last; events are put in by hand.
 */
@OnPlatform(database = "quiet_sales")
@SpringBootTest(classes = SalesCapacityServiceApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class QuietSalesService extends QuietService {
    @Autowired
    Subscription<LaunchPlanned> fromMarketing;

    @Autowired
    Subscription<FeatureGapReviewed> fromProduct;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void quiet() {
        service.getBean(SnapshotConsumers.class).stop();
        service.getBean(OutboxRelay.class).stop();
        service.getBean("teamReviewer", SmartLifecycle.class).stop();
    }

    SalesExamples examples() {
        return new SalesExamples(client(), this);
    }

    /** Marketing's service tells of plans, all in one batch. */
    void marketingTells(List<LaunchPlanned> events) {
        transactions.executeWithoutResult(status -> fromMarketing.handler().apply(events));
    }

    /** Product's answers to gaps, all in one batch. */
    void productTells(List<FeatureGapReviewed> events) {
        transactions.executeWithoutResult(status -> fromProduct.handler().apply(events));
    }
}
