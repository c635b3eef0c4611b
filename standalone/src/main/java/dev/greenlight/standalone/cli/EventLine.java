package dev.greenlight.standalone.cli;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event as a line of JSON: where it stands, its key, and what it says. What cannot be decoded is shown as its bytes. */
final class EventLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventLine() {}

    static String of(ConsumerRecord<String, byte[]> record, Deserializer<Object> decoder) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("at", Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", record.key());
        if (record.headers().iterator().hasNext()) {
            Map<String, @Nullable Object> headers = new LinkedHashMap<>();
            for (Header header : record.headers()) {
                byte[] value = header.value();
                headers.put(header.key(), value == null ? null : new String(value, StandardCharsets.UTF_8));
            }
            line.put("headers", headers);
        }
        try {
            line.put("event", plain(decoder.deserialize(record.topic(), record.value())));
        } catch (SerializationException e) {
            line.put("undecodable", e.getMessage());
            line.put(
                    "bytes", record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()));
        }
        return JSON.writeValueAsString(line);
    }

    /** Decimals, dates and instants become strings, as in the HTTP interface. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof IndexedRecord event) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (Schema.Field field : event.getSchema().getFields()) {
                fields.put(field.name(), plain(event.get(field.pos())));
            }
            return fields;
        }
        if (value instanceof Collection<?> items) {
            return List.copyOf(items).stream().map(EventLine::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(String.valueOf(key), plain(entry)));
            return entries;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Base64.getEncoder().encodeToString(copy);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
