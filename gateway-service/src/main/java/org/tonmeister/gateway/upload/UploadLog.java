package org.tonmeister.gateway.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.pipeline.logrange.LogRangeAppender;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/** Writes uploads: their bytes first, and when all of them are there, the record that points at them. Thread-safe. */
public final class UploadLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AvroSerde<Upload> uploads = AvroSerde.of(Upload.class);
    private final TopicCatalogue catalogue;
    private final Producer<byte[], byte[]> producer;
    private final LogRangeWriter bytes;

    /** @param settings how to reach Kafka */
    public UploadLog(PipelineSettings settings) {
        this.catalogue = settings.catalogue();
        this.producer = new KafkaProducer<>(settings.producer());
        this.bytes = LogRangeWriter.open(settings);
    }

    LogRangeAppender begin(String trackId) {
        return bytes.begin(Topic.UPLOAD_CHUNKS, trackId);
    }

    /** Makes a file known; blocks until that is acknowledged. */
    Accepted publish(StoredFile file, MixOptions options) {
        var upload = new Upload(file.fileName(), file.mediaType().orElse(null), options, file.content());
        return new Accepted(file.trackId(), UploadIds.of(send(file.trackId(), uploads.encode(upload))));
    }

    /**
     * Deletes a track: a record without a value. Blocks until it is acknowledged.
     *
     * @return the record's id
     */
    public String delete(String trackId) {
        return UploadIds.of(send(trackId, null));
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        bytes.close();
    }

    private RecordMetadata send(String trackId, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(
                            catalogue.name(Topic.UPLOADS), trackId.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The broker did not take the record: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
