package dev.greenlight.sales;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.outbox.OutboxRelay;
import dev.greenlight.kit.snapshot.SnapshotConsumers;
import dev.greenlight.kit.snapshot.Subscription;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.call.DatabaseState;
import dev.greenlight.testing.call.ServiceCall;
import dev.greenlight.testing.call.ServiceCalls;
import dev.greenlight.testing.call.ServiceClient;
import dev.greenlight.testing.call.Statements;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running service in which nothing happens by itself: no consumer, no relay, no review of teams. Whatever changes in its database was done by the
 * call that was made last; events are put in by hand.
 */
@Import(Statements.class)
@OnPlatform(database = "quiet_sales")
@SpringBootTest(classes = SalesCapacityServiceApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class QuietSalesService {
    @Autowired
    ApplicationContext service;

    @Autowired
    DataSource database;

    @Autowired
    Statements statements;

    @LocalServerPort
    int port;

    @BeforeEach
    void quiet() {
        service.getBean(SnapshotConsumers.class).stop();
        service.getBean(OutboxRelay.class).stop();
        service.getBean("teamReviewer", SmartLifecycle.class).stop();
    }

    ServiceClient client() {
        return new ServiceClient(port);
    }

    List<ServiceCall> calls() {
        return ServiceCalls.of(client());
    }

    DatabaseState state() throws SQLException {
        return DatabaseState.of(database);
    }

    SalesExamples examples() {
        return new SalesExamples(client(), this);
    }

    /** Marketing's service tells of plans, all in one batch. */
    void marketingTells(List<LaunchPlanned> events) {
        deliver(Topic.LAUNCH_PLANNED, events);
    }

    /** Product's answers to gaps, all in one batch. */
    void productTells(List<FeatureGapReviewed> events) {
        deliver(Topic.FEATURE_GAP_REVIEWED, events);
    }

    @SuppressWarnings("unchecked")
    private <E extends SpecificRecord> void deliver(Topic topic, List<E> events) {
        Subscription<E> subscription = (Subscription<E>) service.getBeansOfType(Subscription.class).values().stream()
                .filter(it -> it.topic() == topic)
                .findFirst()
                .orElseThrow();
        service.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> subscription.handler().apply(events));
    }
}
