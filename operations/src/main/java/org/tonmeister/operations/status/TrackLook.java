package org.tonmeister.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** What {@code progress} says of tracks, read when asked. */
public final class TrackLook {
    private static final AvroSerde<Progress> PROGRESS = AvroSerde.of(Progress.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PipelineSettings settings;

    /** @param settings how to reach Kafka */
    public TrackLook(PipelineSettings settings) {
        this.settings = settings;
    }

    /**
     * The last word of a stage on an upload.
     *
     * @param fraction 0–1
     * @param reason why it was refused, if so
     */
    public record StageWord(
            String trackId,
            String uploadId,
            String stage,
            ProgressState state,
            double fraction,
            Optional<String> reason,
            Instant at) {}

    /** The last word of each stage on each upload of a track, in the order in which they were first heard. */
    public List<StageWord> track(String trackId) {
        var words = new LinkedHashMap<String, StageWord>();
        read(Instant.EPOCH, word -> {
            if (word.trackId().equals(trackId)) {
                words.put(word.uploadId() + " " + word.stage(), word);
            }
        });
        return List.copyOf(words.values());
    }

    /** How many uploads of that time and since are at work: their last word is neither a mix nor a refusal. */
    public long working(Instant since) {
        var last = new HashMap<String, StageWord>();
        read(since, word -> last.put(word.uploadId(), word));
        return last.values().stream().filter(TrackLook::goesOn).count();
    }

    private static boolean goesOn(StageWord word) {
        return switch (word.state()) {
            case RUNNING -> true;
            case DONE -> !word.stage().equals("mix");
            case REJECTED, FAILED -> false;
        };
    }

    private void read(Instant since, Consumer<StageWord> sink) {
        var properties = settings.seekingConsumer();
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        String topic = settings.catalogue().name(Topic.PROGRESS);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties)) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var asked = new HashMap<TopicPartition, Long>();
            partitions.forEach(partition -> asked.put(partition, since.toEpochMilli()));
            consumer.offsetsForTimes(asked)
                    .forEach((partition, found) ->
                            consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    word(record).ifPresent(sink);
                }
                if (System.nanoTime() > end) {
                    throw new KafkaException("The progress of the tracks could not be read in time");
                }
            }
        }
    }

    private static Optional<StageWord> word(ConsumerRecord<byte[], byte[]> record) {
        try {
            var progress = PROGRESS.decode(record.value());
            return Optional.of(new StageWord(
                    progress.getTrackId(),
                    progress.getUploadId(),
                    progress.getStage(),
                    progress.getState(),
                    progress.getFraction(),
                    Optional.ofNullable(progress.getReason()),
                    Instant.ofEpochMilli(record.timestamp())));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
