package dev.greenlight.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlight.contracts.ContractDeployment;
import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.ReleasedSchemas;
import dev.greenlight.contracts.Topic;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.Market;
import dev.greenlight.events.Money;
import dev.greenlight.events.Requirement;
import dev.greenlight.kit.sample.SampleEvents;
import dev.greenlight.kit.staffing.Fte;
import dev.greenlight.testing.Platform;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSerdesIT {
    private final Platform platform = Platform.shared();
    private final SchemaRegistryClient registry = EventSerdes.registryClient(platform.registryUrl());

    @Test
    void anEventComesBackAsItWasAndItsBytesBeginWithZeroAndTheSchemaId() throws Exception {
        LaunchPlanned launch = LaunchPlanned.newBuilder(SampleEvents.launch(UUID.randomUUID(), 7, "発売 🚀"))
                .setMarkets(List.of(market()))
                .build();
        String topic = Topic.LAUNCH_PLANNED.topicName();

        byte[] bytes = EventSerdes.serializer(registry, platform.registryUrl()).serialize(topic, launch);

        ByteBuffer wire = ByteBuffer.wrap(bytes);
        assertThat(wire.get()).isZero();
        assertThat(wire.getInt())
                .isEqualTo(registry.getLatestSchemaMetadata(Topic.LAUNCH_PLANNED.subject())
                        .getId());
        assertThat(EventSerdes.deserializer(registry, platform.registryUrl()).deserialize(topic, bytes))
                .isEqualTo(launch);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void anIncompatibleSchemaIsRefused(Topic topic) {
        Schema withoutOurFields = SchemaBuilder.record(topic.schema().getName())
                .namespace(topic.schema().getNamespace())
                .fields()
                .requiredLong("somethingElse")
                .endRecord();

        assertThatThrownBy(() -> registry.register(topic.subject(), new AvroSchema(withoutOurFields)))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(409));
    }

    @Test
    void whoWritesDoesNotRegisterSchemas() {
        assertThatThrownBy(() -> EventSerdes.serializer(registry, platform.registryUrl())
                        .serialize("no-such-topic", SampleEvents.launch(UUID.randomUUID(), 1, "")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void deployingAgainChangesNothing() throws Exception {
        List<Integer> before = registry.getAllVersions(Topic.LAUNCH_PLANNED.subject());

        ContractDeployment.deploy(platform.bootstrapServers(), platform.registryUrl());

        assertThat(registry.getAllVersions(Topic.LAUNCH_PLANNED.subject()))
                .isEqualTo(before)
                .hasSameSizeAs(ReleasedSchemas.of(Topic.LAUNCH_PLANNED));
    }

    private static Market market() {
        return Market.newBuilder()
                .setRegion("Central")
                .setGoLiveDate(LocalDate.of(2027, 3, 1))
                .setZone("America/Chicago")
                .setPrice(new Money(2_676_800L, "USD"))
                .setPitchRevision(1)
                .setRequirements(List.of(new Requirement(
                        "ae",
                        "account-executive",
                        Fte.of("2.5").scaled(),
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2027, 5, 31))))
                .setQuotas(List.of())
                .build();
    }
}
