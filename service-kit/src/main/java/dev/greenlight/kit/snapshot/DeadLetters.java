package dev.greenlight.kit.snapshot;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Parks records that can't be processed: the bytes go to {@code <topic>-dlt} with the reason in their headers, and a line
 * about them into the database, for health and for who looks after them. Parking twice leaves one line.
 */
class DeadLetters {
    /** Header with the kind of failure. */
    static final String REASON = "greenlight-reason";

    /** Header with the service that parked the record. */
    static final String PARKED_BY = "greenlight-parked-by";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_DETAIL = 1_000;

    private final DeadLetterPublishingRecoverer publisher;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(DeadLetterPublishingRecoverer publisher, JdbcClient jdbc, Clock clock, String serviceName) {
        this.publisher = publisher;
        this.jdbc = jdbc;
        this.clock = clock;
        publisher.addHeadersFunction((record, failure) -> {
            Headers headers = new RecordHeaders();
            headers.add(PARKED_BY, serviceName.getBytes(StandardCharsets.UTF_8));
            return headers;
        });
    }

    /** Returns when the record is in the dead-letter topic; throws what passes, to be tried again, when it is not. */
    void park(ConsumerRecord<byte[], byte[]> record, ParkReason reason, RuntimeException failure) {
        log.error(
                "Parking record {}-{}@{} ({})",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.code(),
                failure);
        record.headers().remove(REASON).add(REASON, reason.code().getBytes(StandardCharsets.UTF_8));
        publisher.accept(record, failure);
        remember(record, reason, failure);
    }

    private void remember(ConsumerRecord<byte[], byte[]> record, ParkReason reason, RuntimeException failure) {
        String detail = failure.toString().replace("\0", "");
        jdbc.sql("""
                        INSERT INTO parked_record (topic, partition, record_offset, reason, detail, parked_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        reason.code(),
                        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** How many records this service has parked. */
    long parked() {
        return jdbc.sql("SELECT count(*) FROM parked_record").query(Long.class).single();
    }
}
