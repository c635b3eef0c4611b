package dev.greenlight.contracts;

import dev.greenlight.events.Greenlight;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;

/** Confluent's client, set up as Greenlight uses it: schemas are never registered by who writes, only by deployment. */
public final class EventSerdes {
    private static final int CACHED_SCHEMAS = 1_000;

    static {
        // Avro's list of trusted classes is global to the JVM, so it is set once, before anything is read, written or
        // copied.
        trustGeneratedClasses();
    }

    private EventSerdes() {}

    /**
     * A client of the schema registry, safe for use by several threads.
     *
     * @param registryUrl base URL of an interface compatible with Confluent's
     */
    public static SchemaRegistryClient registryClient(String registryUrl) {
        return new CachedSchemaRegistryClient(
                List.of(registryUrl), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), Map.of());
    }

    /** Writes Confluent's wire format: magic byte 0, schema id, Avro binary. Fails for a schema that was not deployed. */
    public static KafkaAvroSerializer serializer(SchemaRegistryClient registry, String registryUrl) {
        return new KafkaAvroSerializer(
                registry,
                Map.of(
                        KafkaAvroSerializerConfig.SCHEMA_REGISTRY_URL_CONFIG,
                        registryUrl,
                        KafkaAvroSerializerConfig.AUTO_REGISTER_SCHEMAS,
                        false,
                        KafkaAvroSerializerConfig.AVRO_USE_LOGICAL_TYPE_CONVERTERS_CONFIG,
                        true,
                        "avro.remove.java.properties",
                        true));
    }

    /** Reads what {@link #serializer} wrote, into the generated classes. */
    public static KafkaAvroDeserializer deserializer(SchemaRegistryClient registry, String registryUrl) {
        return new KafkaAvroDeserializer(
                registry,
                Map.of(
                        KafkaAvroDeserializerConfig.SCHEMA_REGISTRY_URL_CONFIG, registryUrl,
                        KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true,
                        KafkaAvroDeserializerConfig.AVRO_USE_LOGICAL_TYPE_CONVERTERS_CONFIG, true));
    }

    /** Avro loads only classes that it was told to trust; ours are those of the protocol. */
    private static void trustGeneratedClasses() {
        ClassSecurityValidator.Builder generated = ClassSecurityValidator.builder();
        Greenlight.PROTOCOL.getTypes().forEach(type -> generated.add(type.getFullName()));
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT, generated.build()));
    }
}
