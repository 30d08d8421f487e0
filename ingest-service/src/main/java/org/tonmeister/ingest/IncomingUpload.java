package org.tonmeister.ingest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.tonmeister.pipeline.options.InvalidOptionException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/**
 * A record of {@code uploads}, whichever of its two forms it has.
 *
 * @param fileName as the user named it; may be empty
 * @param content where the bytes lie, or empty: the record's value is the file
 */
record IncomingUpload(String fileName, MixOptions options, Optional<LogRange> content) {
    private static final AvroSerde<Upload> UPLOADS = AvroSerde.of(Upload.class);

    /** @throws RejectedException if the record is empty, damaged, or asks for what there is not */
    static IncomingUpload of(ConsumerRecord<byte[], byte[]> record) throws RejectedException {
        if (record.value() == null || record.value().length == 0) {
            throw new RejectedException(RejectionReason.EMPTY, "the upload is empty");
        }
        return AvroSerde.isAvro(record.value()) ? ofManifest(record) : ofRawFile(record);
    }

    private static IncomingUpload ofManifest(ConsumerRecord<byte[], byte[]> record) throws RejectedException {
        try {
            Upload upload = UPLOADS.decode(record.value());
            return new IncomingUpload(upload.getFileName(), upload.getOptions(), Optional.of(upload.getContent()));
        } catch (SerializationException e) {
            throw new RejectedException(
                    RejectionReason.UNREADABLE_RECORD, "the upload's manifest cannot be read: " + e.getMessage(), e);
        }
    }

    private static IncomingUpload ofRawFile(ConsumerRecord<byte[], byte[]> record) throws RejectedException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        try {
            String fileName = headers.getOrDefault(RecordHeaders.FILE_NAME, "");
            headers.keySet().removeIf(name -> !MixOptionsParser.isOption(name));
            return new IncomingUpload(fileName, MixOptionsParser.parse(headers), Optional.empty());
        } catch (InvalidOptionException e) {
            throw new RejectedException(RejectionReason.INVALID_OPTION, e.getMessage(), e);
        }
    }
}
