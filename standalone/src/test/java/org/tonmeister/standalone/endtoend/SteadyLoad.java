package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;

/** Publishes songs, one whenever fewer than some are in work, and hears their mixes. For one thread. */
final class SteadyLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AvroSerde<Mix> MIXES = AvroSerde.of(Mix.class);

    private final PipelineSettings settings;
    private final List<byte[]> songs = new ArrayList<>();
    private final int inWork;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> mixes;
    private final Map<String, Integer> songOfUpload = new HashMap<>();
    private final Set<String> mixed = new HashSet<>();

    /**
     * @param songs given in turn
     * @param inWork so many tracks are under way at a time
     */
    SteadyLoad(PipelineSettings settings, List<Path> songs, int inWork) throws IOException {
        this.settings = settings;
        this.inWork = inWork;
        for (Path song : songs) {
            this.songs.add(Files.readAllBytes(song));
        }
        producer = new KafkaProducer<>(settings.producer());
        mixes = new KafkaConsumer<>(settings.seekingConsumer());
        var partitions = mixes.partitionsFor(settings.catalogue().name(Topic.MIXES)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        mixes.assign(partitions);
        mixes.seekToBeginning(partitions);
    }

    /** Keeps the load up until {@code condition} holds. */
    void until(BooleanSupplier condition) {
        upTo(Integer.MAX_VALUE, condition);
    }

    /** Publishes until there are so many tracks, however many are under way. */
    void publishUpTo(int tracks) {
        while (published() < tracks) {
            publish();
        }
    }

    /** Publishes until there are so many tracks, or more; then waits until each has a mix. */
    void finish(int tracks) {
        upTo(tracks, () -> published() >= tracks && mixed() == published());
    }

    private void upTo(int tracks, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(mixed() + " of " + published() + " tracks were mixed, and then nothing more");
            }
            while (published() < tracks && published() - mixed() < inWork) {
                publish();
            }
            mixes.poll(Duration.ofMillis(50))
                    .forEach(record -> mixed.add(MIXES.decode(record.value()).getUploadId()));
        }
    }

    private void publish() {
        int number = published();
        int song = number % songs.size();
        var record = new ProducerRecord<>(
                settings.catalogue().name(Topic.UPLOADS),
                ("track-" + number).getBytes(StandardCharsets.UTF_8),
                songs.get(song));
        record.headers().add(RecordHeaders.FILE_NAME, ("track-" + number + ".flac").getBytes(StandardCharsets.UTF_8));
        try {
            songOfUpload.put(UploadIds.of(producer.send(record).get()), song);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Track " + number + " cannot be published", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many tracks are published. */
    int published() {
        return songOfUpload.size();
    }

    /** How many of them have a mix. */
    int mixed() {
        return mixed.size();
    }

    /** The number of an upload's song. */
    Map<String, Integer> songs() {
        return Map.copyOf(songOfUpload);
    }

    /** Uploads that have a mix. */
    Set<String> mixedUploads() {
        return Set.copyOf(mixed);
    }

    @Override
    public void close() {
        producer.close();
        mixes.close();
    }
}
