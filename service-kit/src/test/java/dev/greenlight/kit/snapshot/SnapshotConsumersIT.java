package dev.greenlight.kit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenlight.contracts.Topic;
import dev.greenlight.events.SalesResourced;
import dev.greenlight.kit.sample.KeptMarkets;
import dev.greenlight.kit.sample.SampleApplication;
import dev.greenlight.kit.sample.SampleEvents;
import dev.greenlight.testing.EventLog;
import dev.greenlight.testing.OnPlatform;
import dev.greenlight.testing.Platform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnPlatform
class SnapshotConsumersIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int UNKNOWN_SCHEMA = 424_242;

    private final EventLog log = EventLog.shared();
    private final UUID launch = UUID.randomUUID();

    @Autowired
    private KeptMarkets kept;

    @Autowired
    private ConsumerHealth health;

    @AfterEach
    void everyEngineRuns() {
        Platform.shared().postgres().start();
        Platform.shared().registry().start();
    }

    @Test
    void theHighestRevisionIsKeptHoweverOftenAndInWhateverOrderTheyCome() {
        for (long revision : new long[] {2, 1, 3, 3, 1, 5, 4, 5}) {
            publish(SampleEvents.market(launch, revision));
        }
        publish(SampleEvents.market(launch, 6));

        awaitRevision(launch, 6);
        assertThat(kept.applied(launch)).isBetween(1L, 4L);
    }

    @Test
    void bytesThatAreNoEventAreParkedAndTheRestProceeds() {
        byte[] garbage = ("no magic byte " + launch).getBytes(StandardCharsets.UTF_8);
        publish(SampleEvents.market(launch, 1));
        log.publishBytes(Topic.SALES_RESOURCED.topicName(), launch.toString(), garbage);
        publish(SampleEvents.market(launch, 2));

        awaitRevision(launch, 2);
        ConsumerRecord<byte[], byte[]> parked = awaitParked(launch.toString());
        assertThat(parked.value()).isEqualTo(garbage);
        assertThat(header(parked, DeadLetters.REASON)).isEqualTo("unreadable");
        assertThat(header(parked, DeadLetters.PARKED_BY)).isEqualTo("sample-service");
        assertThat(header(parked, "kafka_dlt-original-topic")).isEqualTo("sales-resourced");
    }

    @Test
    void anEventOfAnotherSchemaIsParked() {
        byte[] plan = log.bytes(Topic.LAUNCH_PLANNED, SampleEvents.launch(launch, 1, ""));
        log.publishBytes(Topic.SALES_RESOURCED.topicName(), launch.toString(), plan);
        publish(SampleEvents.market(launch, 1));

        awaitRevision(launch, 1);
        assertThat(header(awaitParked(launch.toString()), "kafka_dlt-exception-message"))
                .contains("no SalesResourced but a LaunchPlanned");
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsParkedAndALaterGoodOneHeals() {
        publish(SampleEvents.market(launch, 1));
        publish(SampleEvents.market(launch, 2, -1));
        publish(SampleEvents.market(launch, 3));

        awaitRevision(launch, 3);
        assertThat(header(awaitParked(launch.toString()), DeadLetters.REASON)).isEqualTo("not-applicable");
        assertThat(health.health().getDetails().get("parked")).isNotEqualTo(0L);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForAndNothingIsParked() {
        publish(SampleEvents.market(launch, 1));
        awaitRevision(launch, 1);

        Platform.shared().postgres().kill();
        publish(SampleEvents.market(launch, 2));
        Platform.shared().postgres().start();

        awaitRevision(launch, 2);
        assertThat(parked(launch.toString())).isEmpty();
    }

    @Test
    void aRegistryThatIsAwayIsWaitedForAndHealthNamesTheTopic() {
        byte[] unknownSchema = ByteBuffer.allocate(9)
                .put((byte) 0)
                .putInt(UNKNOWN_SCHEMA)
                .putInt(0)
                .array();
        byte[] good = log.bytes(Topic.SALES_RESOURCED, SampleEvents.market(launch, 1));
        Platform.shared().registry().kill();

        log.publishBytes(Topic.SALES_RESOURCED.topicName(), launch.toString(), unknownSchema);
        log.publishBytes(Topic.SALES_RESOURCED.topicName(), launch.toString(), good);
        await("health names the topic").atMost(SOON).untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsKey("sales-resourced");
        });
        assertThat(parked(launch.toString())).isEmpty();

        Platform.shared().registry().start();
        awaitRevision(launch, 1);
        assertThat(header(awaitParked(launch.toString()), DeadLetters.REASON)).isEqualTo("unreadable");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void publish(SalesResourced snapshot) {
        log.publish(Topic.SALES_RESOURCED, snapshot.getLaunchId().toString(), snapshot);
    }

    private void awaitRevision(UUID launchId, long revision) {
        await("revision " + revision + " is kept")
                .atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(kept.revision(launchId)).contains(revision));
    }

    private ConsumerRecord<byte[], byte[]> awaitParked(String key) {
        await("a dead letter of " + key)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(parked(key)).isNotEmpty());
        return parked(key).get(0);
    }

    private List<ConsumerRecord<byte[], byte[]>> parked(String key) {
        return log.records(Topic.SALES_RESOURCED.deadLetterTopicName()).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
