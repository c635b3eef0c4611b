package dev.greenlight.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasedSchemasTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void whatIsWrittenNowIsTheLastReleasedVersion(Topic topic) {
        List<Schema> versions = ReleasedSchemas.of(topic);

        assertThat(SchemaNormalization.toParsingForm(topic.schema()))
                .as(
                        "a changed schema of %s is a new file schemas/%s/v%d.avsc",
                        topic, topic.topicName(), versions.size() + 1)
                .isEqualTo(SchemaNormalization.toParsingForm(versions.get(versions.size() - 1)));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void eachVersionReadsWhatEachOtherWrote(Topic topic) {
        List<Schema> versions = ReleasedSchemas.of(topic);

        for (Schema reader : versions) {
            for (Schema writer : versions) {
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyEventBeginsWithTheCommonFields(Topic topic) {
        assertThat(topic.schema().getFields().stream().map(Schema.Field::name).limit(5))
                .containsExactly("eventId", "occurredAt", "actor", "revision", "traceparent");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyEnumHasADefaultSymbolSoThatOldReadersSurviveNewOnes(Topic topic) {
        assertThat(enumsIn(topic.schema(), new HashSet<>()))
                .allSatisfy(symbols -> assertThat(symbols.getEnumDefault())
                        .as("default symbol of %s", symbols.getName())
                        .isNotNull());
    }

    private static Set<Schema> enumsIn(Schema schema, Set<String> seen) {
        Set<Schema> found = new HashSet<>();
        switch (schema.getType()) {
            case ENUM -> found.add(schema);
            case ARRAY -> found.addAll(enumsIn(schema.getElementType(), seen));
            case MAP -> found.addAll(enumsIn(schema.getValueType(), seen));
            case UNION -> schema.getTypes().forEach(part -> found.addAll(enumsIn(part, seen)));
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> found.addAll(enumsIn(field.schema(), seen)));
                }
            }
            default -> {
                // Primitive types hold no enum.
            }
        }
        return found;
    }
}
