package org.tonmeister.gateway.view;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.pipeline.worker.TrackIds;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.Upload;
import org.tonmeister.schemas.record.UploadNotice;

/**
 * Notes each upload record under its track's id. Producers may have put the record into any partition; what the stages
 * say of it is in the one of the key, so the note goes there too.
 */
final class UploadReader implements Processor<byte[], byte[], String, UploadNotice> {
    private static final AvroSerde<Upload> MANIFESTS = AvroSerde.of(Upload.class);

    private ProcessorContext<String, UploadNotice> context;

    @Override
    public void init(ProcessorContext<String, UploadNotice> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var place = context.recordMetadata().orElseThrow();
        String uploadId = UploadIds.of(place.partition(), place.offset());
        boolean hasKey = record.key() != null && record.key().length > 0;
        String trackId = hasKey ? new String(record.key(), StandardCharsets.UTF_8) : "upload-" + uploadId;
        boolean deletesNothing = record.value() == null && !hasKey;
        if (deletesNothing || trackId.length() > TrackIds.MAX_LENGTH) {
            return;
        }
        context.forward(new Record<>(trackId, notice(uploadId, record), record.timestamp(), new RecordHeaders()));
        // Somebody waits to see the upload that was just accepted.
        context.commit();
    }

    private static UploadNotice notice(String uploadId, Record<byte[], byte[]> record) {
        var notice = UploadNotice.newBuilder().setUploadId(uploadId).setAt(record.timestamp());
        if (record.value() == null) {
            return notice.setDeletes(true).build();
        }
        OptionalLong fileBytes = UploadValues.fileBytes(record.value());
        if (fileBytes.isPresent()) {
            return notice.setBytes(fileBytes.getAsLong())
                    .setFileName(text(record, org.tonmeister.schemas.RecordHeaders.FILE_NAME)
                            .orElse(""))
                    .setMediaType(text(record, org.tonmeister.schemas.RecordHeaders.CONTENT_TYPE)
                            .orElse(null))
                    .build();
        }
        try {
            Upload manifest = MANIFESTS.decode(record.value());
            return notice.setFileName(Texts.shortened(manifest.getFileName()))
                    .setMediaType(Texts.shortened(manifest.getMediaType()))
                    .setBytes(manifest.getContent().getBytes())
                    .setContent(manifest.getContent())
                    .build();
        } catch (SerializationException e) {
            // Ingest rejects it, with the reason.
            return notice.build();
        }
    }

    private static Optional<String> text(Record<byte[], byte[]> record, String header) {
        return TextHeader.read(record.headers(), header).map(Texts::shortened);
    }
}
