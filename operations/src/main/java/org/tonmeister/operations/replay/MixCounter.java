package org.tonmeister.operations.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.operations.replay.ReplayProgress.Refusal;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** Hears, from its making on, which uploads are mixed again and which are refused. Not thread-safe. */
final class MixCounter implements AutoCloseable {
    private static final AvroSerde<Mix> MIXES = AvroSerde.of(Mix.class);
    private static final AvroSerde<Progress> PROGRESS = AvroSerde.of(Progress.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String mixes;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Set<String> uploads = new HashSet<>();
    private final List<Refusal> refused = new ArrayList<>();
    private Predicate<String> counts = upload -> true;
    private long count;

    /** @param admin stays the caller's to close */
    MixCounter(PipelineSettings settings, Admin admin) {
        this.admin = admin;
        mixes = settings.catalogue().name(Topic.MIXES);
        consumer = new KafkaConsumer<>(settings.seekingConsumer());
        partitions = Stream.of(Topic.MIXES, Topic.PROGRESS)
                .flatMap(topic -> consumer.partitionsFor(settings.catalogue().name(topic)).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /** Which uploads are meant; all unless set. */
    void only(Predicate<String> value) {
        counts = value;
    }

    /** Reads what is committed by now. */
    void catchUp() {
        readTo(consumer.endOffsets(partitions));
    }

    /**
     * Reads all that is written by now: a stage's position may be seen as committed a little before the mixes that were
     * committed with it.
     */
    void finish() {
        var latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        Answers.of(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        readTo(ends);
    }

    private void readTo(Map<TopicPartition, Long> ends) {
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(POLL).forEach(this::note);
        }
    }

    long mixes() {
        return count;
    }

    long uploads() {
        return uploads.size();
    }

    /** Those since the last call. */
    List<Refusal> refused() {
        var since = List.copyOf(refused);
        refused.clear();
        return since;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(mixes)) {
                note(MIXES.decode(record.value()));
            } else {
                note(PROGRESS.decode(record.value()));
            }
        } catch (SerializationException e) {
            // Somebody else's: not ours to judge.
            return;
        }
    }

    private void note(Mix mix) {
        if (counts.test(mix.getUploadId())) {
            count++;
            uploads.add(mix.getUploadId());
        }
    }

    private void note(Progress progress) {
        boolean over = progress.getState() == ProgressState.REJECTED || progress.getState() == ProgressState.FAILED;
        if (over && counts.test(progress.getUploadId())) {
            refused.add(new Refusal(
                    progress.getTrackId(),
                    progress.getUploadId(),
                    progress.getStage(),
                    progress.getReason() == null ? "no reason was given" : progress.getReason()));
        }
    }
}
