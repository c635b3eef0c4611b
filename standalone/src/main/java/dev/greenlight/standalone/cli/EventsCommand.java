package dev.greenlight.standalone.cli;

import dev.greenlight.contracts.EventSerdes;
import dev.greenlight.contracts.Topic;
import dev.greenlight.standalone.system.EmbeddedSystem;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the events as they come, decoded, one JSON object per line. */
@Command(
        name = "events",
        description = "Prints the events as they come, decoded, one JSON object per line, until Ctrl-C.")
final class EventsCommand implements Callable<Integer> {
    private static final Duration WAIT = Duration.ofMillis(500);

    @Parameters(arity = "0..1", paramLabel = "topic", description = "such as launch-planned; else all")
    private @Nullable String topic;

    @Option(names = "--from-beginning", description = "Begins with the first event ever.")
    private boolean fromBeginning;

    @Option(names = "--once", description = "Ends when what there is has been printed.")
    private boolean once;

    @Override
    public Integer call() {
        EmbeddedSystem system = Surroundings.find().system();
        if (!system.part("kafka").isReady()) {
            throw new IllegalArgumentException("Kafka is not running; ./greenlight up starts it.");
        }
        List<String> topics = chosen();
        try (KafkaAvroDeserializer decoder = EventSerdes.deserializer(
                        EventSerdes.registryClient(system.registryUrl()), system.registryUrl());
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", system.bootstrapServers(), "enable.auto.commit", false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!once || isBehind(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                    System.out.println(EventLine.of(record, decoder));
                }
                System.out.flush();
            }
        }
        return 0;
    }

    private static boolean isBehind(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private List<String> chosen() {
        List<String> all = Arrays.stream(Topic.values())
                .flatMap(known -> Stream.of(known.topicName(), known.deadLetterTopicName()))
                .toList();
        Optional<String> wanted = Optional.ofNullable(topic);
        if (wanted.isPresent() && !all.contains(wanted.get())) {
            throw new IllegalArgumentException(
                    "There is no topic " + topic + "; there are " + String.join(", ", all) + ".");
        }
        return wanted.map(List::of).orElse(all);
    }
}
