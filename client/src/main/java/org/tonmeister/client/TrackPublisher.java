package org.tonmeister.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.TraceSpan;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.TrackIds;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Upload;

/** Writes uploads and requests. Thread-safe. */
final class TrackPublisher implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AvroSerde<Upload> uploads = AvroSerde.of(Upload.class);
    private final AvroSerde<MixRequest> requests = AvroSerde.of(MixRequest.class);
    private final TopicCatalogue catalogue;
    private final Tracing tracing;
    private final Producer<byte[], byte[]> producer;
    private final LogRangeWriter chunks;

    TrackPublisher(PipelineSettings settings, Tracing tracing) {
        this.tracing = tracing;
        this.catalogue = settings.catalogue();
        this.producer = new KafkaProducer<>(settings.producer());
        this.chunks = LogRangeWriter.open(settings);
    }

    PublishedTrack publish(
            String trackId, String fileName, InputStream in, MixOptions options, LongConsumer acknowledgedBytes)
            throws IOException {
        if (!TrackIds.isValid(trackId)) {
            throw new IllegalArgumentException("A track id has 1 to " + TrackIds.MAX_LENGTH
                    + " printable characters without blanks at its ends, not '" + trackId + "'");
        }
        Instant publishedAt = Instant.now();
        var file = new PushbackInputStream(in);
        int first = file.read();
        if (first < 0) {
            return published(trackId, sendEmpty(trackId, fileName), publishedAt);
        }
        file.unread(first);
        LogRange content = chunks.write(Topic.UPLOAD_CHUNKS, trackId, file, acknowledgedBytes);
        var upload = new Upload(fileName, null, options, content);
        return published(
                trackId, send(Topic.UPLOADS, record(Topic.UPLOADS, trackId, uploads.encode(upload))), publishedAt);
    }

    String requestMix(String trackId, MixOptions options) {
        String id = UUID.randomUUID().toString();
        send(
                Topic.MIX_REQUESTS,
                record(Topic.MIX_REQUESTS, trackId, requests.encode(new MixRequest(id, null, options))));
        return id;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        chunks.close();
    }

    /** A file of no bytes is a raw upload of none: it is for ingest to refuse it, as it refuses every other. */
    private RecordMetadata sendEmpty(String trackId, String fileName) {
        var record = record(Topic.UPLOADS, trackId, new byte[0]);
        record.headers().add(RecordHeaders.FILE_NAME, fileName.getBytes(StandardCharsets.UTF_8));
        return send(Topic.UPLOADS, record);
    }

    private ProducerRecord<byte[], byte[]> record(Topic topic, String key, byte[] value) {
        return new ProducerRecord<>(catalogue.name(topic), key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static PublishedTrack published(String trackId, RecordMetadata place, Instant at) {
        return new PublishedTrack(trackId, UploadIds.of(place), at);
    }

    private RecordMetadata send(Topic topic, ProducerRecord<byte[], byte[]> record) {
        try (var span = tracing.publish(topic, record.topic(), record.headers())) {
            span.headers().forEach(record.headers()::add);
            return acknowledged(record, span);
        }
    }

    private RecordMetadata acknowledged(ProducerRecord<byte[], byte[]> record, TraceSpan span) {
        try {
            RecordMetadata place = producer.send(record).get();
            span.done();
            return place;
        } catch (ExecutionException e) {
            span.failed(e.getCause().getMessage());
            throw new KafkaException(
                    "The broker did not take the record: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
