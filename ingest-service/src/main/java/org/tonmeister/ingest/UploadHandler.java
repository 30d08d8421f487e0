package org.tonmeister.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.pipeline.worker.StageHandler;
import org.tonmeister.pipeline.worker.TrackIds;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/**
 * One upload in, its {@code AudioChunk}s out, in slices: what follows works while this still decodes. A deletion goes on
 * to the ensemble.
 */
final class UploadHandler implements StageHandler {
    private final LogRangeReader ranges;
    private final Path temporaryFolder;

    UploadHandler(PipelineSettings settings) {
        this.ranges = LogRangeReader.open(settings);
        this.temporaryFolder = settings.temp();
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> record, StageContext context)
            throws RejectedException, IOException {
        String trackId = TrackIds.of(record);
        if (record.value() == null) {
            delete(record, trackId, context);
            return;
        }
        if (!TrackIds.isValid(trackId)) {
            throw new RejectedException(
                    RejectionReason.INVALID_KEY,
                    "the record's key, which is the track id, must be 1 to " + TrackIds.MAX_LENGTH
                            + " printable characters without blanks at its ends");
        }
        var upload = IncomingUpload.of(record);
        var track = new TrackPublisher(context, trackId, UploadIds.of(record));
        String fileName = upload.fileName().isBlank() ? trackId : upload.fileName();
        try (var spool = new Spool(temporaryFolder)) {
            fill(spool.file(), upload, record.value());
            try (var reader = AudioReader.open(spool.file())) {
                track.publish(reader, fileName, upload.options());
            }
        } catch (AudioFormatException e) {
            throw new RejectedException(RejectionReason.UNREADABLE_AUDIO, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        ranges.close();
    }

    /** A record without a value deletes the track of its key: the ensemble forgets it. Without a key it means nothing. */
    private static void delete(ConsumerRecord<byte[], byte[]> record, String trackId, StageContext context) {
        boolean hasKey = record.key() != null && record.key().length > 0;
        if (hasKey && TrackIds.isValid(trackId)) {
            context.send(
                    Topic.MIX_REQUESTS,
                    trackId,
                    (byte[]) null,
                    new TextHeader(RecordHeaders.DELETED_UP_TO, UploadIds.of(record)));
        }
    }

    private void fill(Path file, IncomingUpload upload, byte[] value) throws IOException, RejectedException {
        if (upload.content().isEmpty()) {
            Files.write(file, value);
            return;
        }
        LogRange content = upload.content().get();
        try (OutputStream out = Files.newOutputStream(file)) {
            ranges.copyTo(content, out);
        } catch (MissingRangeException e) {
            throw new RejectedException(
                    RejectionReason.MISSING_BYTES, "the uploaded bytes cannot be read back: " + e.getMessage(), e);
        }
    }
}
