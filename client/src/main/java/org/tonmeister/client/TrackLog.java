package org.tonmeister.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.pipeline.logrange.LogRangeAppender;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.TrackIds;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Upload;

/**
 * Writes what users have to say of tracks, record by record: the bytes of uploads, the uploads themselves, requests for
 * mixes, deletions. For programs that get bytes bit by bit or have Kafka settings of their own; who has a file and wants
 * its mix takes {@link TonmeisterClient}, which is built on this.
 *
 * <p>All but {@link #begin} block, until all copies of a record are acknowledged or the producer's {@code
 * delivery.timeout.ms} is over. They throw {@link KafkaException} if the broker refuses or cannot be reached, and {@link
 * IllegalArgumentException}, before anything is sent, if a track id cannot be one. Where a method takes a trace, it is
 * the W3C trace context of what asked for the record, as headers; they may be empty: then the caller's current span
 * counts. Thread-safe.
 */
public final class TrackLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AvroSerde<Upload> uploads = AvroSerde.of(Upload.class);
    private final AvroSerde<MixRequest> requests = AvroSerde.of(MixRequest.class);
    private final PipelineSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final RecordSender records;
    private final LogRangeWriter bytes;
    private final NamedUploads named;

    /**
     * Reaches out for the broker when it is used.
     *
     * @param settings how to reach Kafka, and under which prefix the topics are
     * @param tracing makes the spans
     */
    public TrackLog(PipelineSettings settings, Tracing tracing) {
        this.settings = settings;
        this.producer = new KafkaProducer<>(settings.producer());
        this.records = new RecordSender(producer, settings.catalogue(), tracing);
        this.bytes = LogRangeWriter.open(settings);
        this.named = new NamedUploads(settings, tracing);
    }

    /**
     * Begins to write the bytes of an upload that come bit by bit, without waiting. Nobody knows of them before {@link
     * #publish}.
     */
    public LogRangeAppender begin(String trackId) {
        requireValid(trackId);
        return bytes.begin(Topic.UPLOAD_CHUNKS, trackId);
    }

    /**
     * Writes the bytes of an upload, of any length, with bounded memory. Nobody knows of them before {@link #publish}.
     *
     * @param in read to its end, not closed
     * @param acknowledgedBytes told now and then how many bytes the broker has
     * @throws IOException from {@code in}, or if it is empty
     */
    public LogRange write(String trackId, InputStream in, LongConsumer acknowledgedBytes) throws IOException {
        requireValid(trackId);
        return bytes.write(Topic.UPLOAD_CHUNKS, trackId, in, acknowledgedBytes);
    }

    /**
     * Publishes an upload.
     *
     * @return its upload id
     */
    public String publish(String trackId, Upload upload, Headers trace) {
        requireValid(trackId);
        return UploadIds.of(records.send(Topic.UPLOADS, trackId, uploads.encode(upload), trace));
    }

    /**
     * Publishes uploads that must be published once, however often this is asked for and by how many processes at the same
     * moment: those that {@link #findRecent} finds are left as they are, and the others are published in one transaction,
     * all or none. Whoever asks under the same name waits for, or displaces, the one before; so a name and its track ids
     * must be nobody else's. Takes a producer of its own, some 60 ms, and the right to transactional ids that begin with the
     * name of the topic of uploads.
     *
     * @param name the same each time; any text
     * @param uploads by track id
     * @return for each track id the id of the upload that the log holds now, whoever has published it
     * @throws KafkaException also if others of that name were quicker again and again; then, and whenever it is not
     *     certain what became of it, ask again
     */
    public Map<String, String> publishOnce(String name, Map<String, Upload> uploads, Headers trace) {
        uploads.keySet().forEach(TrackLog::requireValid);
        return named.publish(name, uploads, trace);
    }

    /**
     * The id of the track's newest upload among those of the last ten minutes, unless it was deleted since. Reads the log's
     * end, all that was published before the call: slower than a view of the tracks, and never behind.
     */
    public Optional<String> findRecent(String trackId) {
        try (var tail = UploadTail.open(settings, List.of(trackId))) {
            return Optional.ofNullable(tail.read().get(trackId));
        }
    }

    /**
     * Asks for a mix.
     *
     * @param uploadId which upload of the track; empty: the latest
     * @param options replace the upload's
     * @return the request's id, which its mixes carry
     */
    public String requestMix(String trackId, Optional<String> uploadId, MixOptions options, Headers trace) {
        requireValid(trackId);
        String id = UUID.randomUUID().toString();
        var request = new MixRequest(id, uploadId.orElse(null), options);
        records.send(Topic.MIX_REQUESTS, trackId, requests.encode(request), trace);
        return id;
    }

    /**
     * Deletes a track: an upload record without a value. All that was uploaded under the id before is forgotten; the bytes
     * stay in the log until they expire. Takes any id but an empty one: a track may have been rejected for its id.
     *
     * @return the record's id
     */
    public String delete(String trackId, Headers trace) {
        if (trackId.isEmpty()) {
            throw new IllegalArgumentException("The track to delete has no id");
        }
        return UploadIds.of(records.send(Topic.UPLOADS, trackId, null, trace));
    }

    /** A file of no bytes is a raw upload of none: it is for ingest to refuse it, as it refuses every other. */
    String publishEmpty(String trackId, String fileName, Headers trace) {
        var name = new TextHeader(RecordHeaders.FILE_NAME, fileName);
        return UploadIds.of(records.send(Topic.UPLOADS, trackId, new byte[0], trace, name));
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        bytes.close();
    }

    static void requireValid(String trackId) {
        if (!TrackIds.isValid(trackId)) {
            throw new IllegalArgumentException("A track id has 1 to " + TrackIds.MAX_LENGTH
                    + " printable characters without blanks at its ends, not '" + trackId + "'");
        }
    }
}
