package dev.greenlight.simulation;

import dev.greenlight.contracts.Topic;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an acknowledged call must have left in a topic, once everything has been sent.
 *
 * @param what in words
 * @param shows whether a record is the one that tells of the call
 */
record Receipt(Topic topic, String what, Predicate<SpecificRecord> shows) {

    /** For a record of one type. */
    static <R extends SpecificRecord> Receipt of(Topic topic, Class<R> type, String what, Predicate<R> shows) {
        return new Receipt(topic, what, record -> shows.test(type.cast(record)));
    }
}
