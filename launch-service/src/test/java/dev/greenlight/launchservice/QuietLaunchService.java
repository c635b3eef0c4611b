package dev.greenlight.launchservice;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.SalesResourced;
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
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running service in which nothing happens by itself: no consumer, no relay, no clock work. Whatever changes in its database
 * was done by the call that was made last; events are put in by hand.
 */
@Import(Statements.class)
@OnPlatform(database = "quiet_launch")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"greenlight.decision.patience=PT0S", "greenlight.decision.look-every=PT24H"})
abstract class QuietLaunchService {
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

    LaunchExamples examples() {
        return new LaunchExamples(client(), this);
    }

    /** Sales tells of markets, all in one batch. */
    void salesTells(List<SalesResourced> events) {
        deliver(Topic.SALES_RESOURCED, events);
    }

    /** The field tells of reports, all in one batch. */
    void fieldTells(List<FeatureGapReported> events) {
        deliver(Topic.FEATURE_GAP, events);
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
