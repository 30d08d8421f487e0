package org.tonmeister.gateway.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.pipeline.logrange.LogRangeAppender;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.TraceSpan;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Upload;

/**
 * Writes what users have to say of tracks: uploads, requests for mixes, deletions. All but {@link #begin} block until the
 * record is acknowledged, and throw {@link KafkaException} if it is not. Thread-safe.
 */
public final class TrackLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AvroSerde<Upload> uploads = AvroSerde.of(Upload.class);
    private final AvroSerde<MixRequest> requests = AvroSerde.of(MixRequest.class);
    private final TopicCatalogue catalogue;
    private final Tracing tracing;
    private final Producer<byte[], byte[]> producer;
    private final LogRangeWriter bytes;

    /**
     * @param settings how to reach Kafka
     * @param tracing makes the spans
     */
    public TrackLog(PipelineSettings settings, Tracing tracing) {
        this.tracing = tracing;
        var impatient = ImpatientSettings.of(settings);
        this.catalogue = settings.catalogue();
        this.producer = new KafkaProducer<>(impatient.producer());
        this.bytes = LogRangeWriter.open(impatient);
    }

    /** Begins to write the bytes of an upload. Nobody knows of them before {@link #publish}. */
    public LogRangeAppender begin(String trackId) {
        return bytes.begin(Topic.UPLOAD_CHUNKS, trackId);
    }

    /**
     * Publishes an upload.
     *
     * @param trace the trace context of what asked for it; may be empty
     * @return its id
     */
    public String publish(String trackId, Upload upload, Headers trace) {
        return UploadIds.of(send(Topic.UPLOADS, trackId, uploads.encode(upload), trace));
    }

    /**
     * Deletes a track: an upload record without a value.
     *
     * @param trace the trace context of what asked for it; may be empty
     * @return the record's id
     */
    public String delete(String trackId, Headers trace) {
        return UploadIds.of(send(Topic.UPLOADS, trackId, null, trace));
    }

    /**
     * Asks for a mix.
     *
     * @param uploadId which upload of the track
     * @param trace the trace context of what asked for it; may be empty
     * @return the request's id
     */
    public String requestMix(String trackId, String uploadId, MixOptions options, Headers trace) {
        String id = UUID.randomUUID().toString();
        send(Topic.MIX_REQUESTS, trackId, requests.encode(new MixRequest(id, uploadId, options)), trace);
        return id;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        bytes.close();
    }

    private RecordMetadata send(Topic topic, String trackId, byte[] value, Headers trace) {
        try (var span = tracing.publish(topic, catalogue.name(topic), trace)) {
            var record = new ProducerRecord<>(
                    catalogue.name(topic), null, trackId.getBytes(StandardCharsets.UTF_8), value, span.headers());
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
