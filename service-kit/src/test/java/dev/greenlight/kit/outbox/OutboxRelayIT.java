package dev.greenlight.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.contracts.ContractDeployment;
import dev.greenlight.contracts.Topic;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.kit.sample.SampleApplication;
import dev.greenlight.kit.sample.SampleEvents;
import dev.greenlight.testing.EventLog;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.Platform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnPlatform
class OutboxRelayIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private OutboxHealth health;

    @Autowired
    private SchemaIds schemaIds;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @AfterEach
    void everyEngineRuns() {
        Platform.shared().kafka().start();
        Platform.shared().postgres().start();
        Platform.shared().registry().start();
        awaitEmptyOutbox();
    }

    @Test
    void eventsOfOneKeyArriveInTheOrderOfTheirCommits() {
        UUID launch = UUID.randomUUID();

        for (long revision = 1; revision <= 200; revision += 2) {
            publish(SampleEvents.launch(launch, revision, ""), SampleEvents.launch(launch, revision + 1, ""));
        }

        awaitRevisions(launch, LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        UUID rolledBack = UUID.randomUUID();
        UUID committed = UUID.randomUUID();

        transactions.executeWithoutResult(status -> {
            outbox.publish(event(SampleEvents.launch(rolledBack, 1, "")));
            status.setRollbackOnly();
        });
        publish(SampleEvents.launch(committed, 1, ""));

        awaitRevisions(committed, List.of(1L));
        assertThat(revisions(rolledBack)).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayCostsTheCallerNothingAndLosesNothing() {
        UUID launch = UUID.randomUUID();
        publish(SampleEvents.launch(launch, 1, ""));
        awaitRevisions(launch, List.of(1L));
        Platform.shared().kafka().kill();

        long waitingBefore = waiting();
        for (long revision = 2; revision <= 1_001; revision++) {
            publish(SampleEvents.launch(launch, revision, ""));
        }
        assertThat(waiting()).isEqualTo(waitingBefore + 1_000);
        await("health names the broker").atMost(SOON).untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get("trouble")).asString().startsWith("Kafka");
        });

        Platform.shared().kafka().start();
        awaitRevisionsInOrder(launch, 1_001);
        await("health is well again")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        UUID launch = UUID.randomUUID();
        publish(SampleEvents.launch(launch, 1, ""));
        awaitRevisions(launch, List.of(1L));

        Platform.shared().postgres().kill();
        await("the relay notices").atMost(SOON).until(() -> relay.state().isFailing());
        Platform.shared().postgres().start();

        await("the pool reconnects")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> jdbc.sql("SELECT 1").query(Integer.class).single() == 1);
        publish(SampleEvents.launch(launch, 2, ""));
        awaitRevisions(launch, List.of(1L, 2L));
    }

    @Test
    void aRegistryThatIsAwayCostsTheCallerNothing() {
        UUID launch = UUID.randomUUID();
        await("the schema ids are known")
                .atMost(SOON)
                .until(() -> schemaIds.health().getStatus().equals(Status.UP));
        Platform.shared().registry().kill();

        publish(SampleEvents.launch(launch, 1, ""));
        Platform.shared().registry().start();

        awaitRevisions(launch, List.of(1L));
    }

    @Test
    void ofTwoInstancesOneRelaysAndTheOtherTakesOver() {
        UUID launch = UUID.randomUUID();
        await("this instance relays").atMost(SOON).until(() -> relay.state().holdsTheLock());

        try (ConfigurableApplicationContext second = secondInstance()) {
            Outbox secondOutbox = second.getBean(Outbox.class);
            OutboxRelay secondRelay = second.getBean(OutboxRelay.class);
            transactions.executeWithoutResult(
                    status -> secondOutbox.publish(event(SampleEvents.launch(launch, 1, ""))));
            awaitRevisions(launch, List.of(1L));
            assertThat(secondRelay.state().holdsTheLock()).isFalse();

            relay.stop();
            await("the second instance takes over")
                    .atMost(SOON)
                    .until(() -> secondRelay.state().holdsTheLock());
            publish(SampleEvents.launch(launch, 2, ""));
            awaitRevisions(launch, List.of(1L, 2L));
        } finally {
            relay.start();
        }
    }

    @Test
    void anEventThatKafkaRefusesHoldsBackItsOwnKeyOnly() {
        UUID tooLarge = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        publish(
                SampleEvents.launch(tooLarge, 1, "x".repeat(ContractDeployment.LARGEST_EVENT)),
                SampleEvents.launch(tooLarge, 2, ""),
                SampleEvents.launch(other, 1, ""));

        awaitRevisions(other, List.of(1L));
        await("health names the key")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(health.health().getDetails().get("trouble"))
                        .asString()
                        .contains(tooLarge.toString()));
        assertThat(revisions(tooLarge)).isEmpty();
        jdbc.sql("DELETE FROM outbox WHERE key = ? AND octet_length(payload) > 1000000")
                .param(tooLarge.toString())
                .update();
        awaitRevisions(tooLarge, List.of(2L));
    }

    private ConfigurableApplicationContext secondInstance() {
        String[] sameSettings = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers",
                        "greenlight.consumer.group",
                        "greenlight.registry.url",
                        "greenlight.issuer",
                        "greenlight.jwks-url")
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(SampleApplication.class)
                .properties("server.port=0")
                .run(sameSettings);
    }

    private void publish(LaunchPlanned... launches) {
        transactions.executeWithoutResult(status -> outbox.publish(
                List.of(launches).stream().map(OutboxRelayIT::event).toList()));
    }

    private static OutgoingEvent event(LaunchPlanned launch) {
        return new OutgoingEvent(Topic.LAUNCH_PLANNED, launch.getLaunchId().toString(), launch);
    }

    private static List<Long> revisions(UUID launchId) {
        return EventLog.shared()
                .read(
                        Topic.LAUNCH_PLANNED,
                        LaunchPlanned.class,
                        launch -> launch.getLaunchId().equals(launchId))
                .stream()
                .map(LaunchPlanned::getRevision)
                .toList();
    }

    private static void awaitRevisions(UUID launchId, List<Long> expected) {
        await("the revisions " + expected.get(0) + " … of " + launchId + " on the topic")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(revisions(launchId)).isEqualTo(expected));
    }

    /** Events may come twice when the broker dies between storing and acknowledging them; their order must hold all the same. */
    private static void awaitRevisionsInOrder(UUID launchId, long last) {
        await("all revisions up to " + last)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(
                                revisions(launchId).stream().distinct().toList())
                        .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList()));
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    private void awaitEmptyOutbox() {
        await("an empty outbox").atMost(SOON).ignoreExceptions().until(() -> waiting() == 0);
    }
}
