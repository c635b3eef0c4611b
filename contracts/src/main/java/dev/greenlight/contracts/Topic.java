package dev.greenlight.contracts;

import dev.greenlight.events.FeatureGapReported;
import dev.greenlight.events.FeatureGapReviewed;
import dev.greenlight.events.LaunchPlanned;
import dev.greenlight.events.LaunchReadinessChanged;
import dev.greenlight.events.SalesResourced;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The topics and what each carries. Every topic keeps everything (no deletion, no compaction): the log is also the audit
 * trail, and a new consumer can be built from it alone.
 */
public enum Topic {
    /** The plan, its status, its open decision; key launch id. */
    LAUNCH_PLANNED("launch-planned", LaunchPlanned.class),
    /** All that sales has committed to one market of one launch; key launch id. */
    SALES_RESOURCED("sales-resourced", SalesResourced.class),
    /** One field report with its gaps; key report id. */
    FEATURE_GAP("feature-gap", FeatureGapReported.class),
    /** One merged gap and product's decision; key gap id. */
    FEATURE_GAP_REVIEWED("feature-gap-reviewed", FeatureGapReviewed.class),
    /** One market's conditions and its last decision; key launch id. */
    LAUNCH_READINESS("launch-readiness", LaunchReadinessChanged.class);

    private static final String DEAD_LETTER_SUFFIX = "-dlt";
    private static final String VALUE_SUBJECT_SUFFIX = "-value";

    private final String topicName;
    private final Class<? extends SpecificRecord> recordType;

    Topic(String topicName, Class<? extends SpecificRecord> recordType) {
        this.topicName = topicName;
        this.recordType = recordType;
    }

    /** The topic's name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Where records of this topic go that could not be processed. */
    public String deadLetterTopicName() {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    /** The registry's subject for the values (TopicNameStrategy). */
    public String subject() {
        return topicName + VALUE_SUBJECT_SUFFIX;
    }

    /** The generated class of the values. */
    public Class<? extends SpecificRecord> recordType() {
        return recordType;
    }

    /** The schema that this version of the software writes. */
    public Schema schema() {
        return SpecificData.get().getSchema(recordType);
    }
}
