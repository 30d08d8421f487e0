package org.tonmeister.predict.ensemble;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.tonmeister.pipeline.options.InvalidOptionException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.MixRequest;

/**
 * Reads mix requests in both their forms: Avro, or the word {@code mix} with the options in the record's headers, as
 * those of a raw upload are. So Kafka's own tools can ask for a mix.
 */
final class RequestReader implements Deserializer<MixRequest> {
    private static final String WORD = "mix";

    private final AvroSerde<MixRequest> avro = AvroSerde.of(MixRequest.class);

    @Override
    public MixRequest deserialize(String topic, byte[] value) {
        return avro.deserialize(topic, value);
    }

    @Override
    public MixRequest deserialize(String topic, Headers headers, byte[] value) {
        return isWord(value) ? ofHeaders(headers) : avro.deserialize(topic, value);
    }

    private static boolean isWord(byte[] value) {
        return value != null
                && value.length < 2 * WORD.length()
                && new String(value, StandardCharsets.UTF_8).strip().equals(WORD);
    }

    private static MixRequest ofHeaders(Headers headers) {
        var options = new HashMap<String, String>();
        for (Header header : headers) {
            if (header.value() != null && MixOptionsParser.isOption(header.key())) {
                options.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        try {
            return new MixRequest(
                    TextHeader.read(headers, RecordHeaders.REQUEST_ID)
                            .orElseGet(() -> UUID.randomUUID().toString()),
                    TextHeader.read(headers, RecordHeaders.UPLOAD_ID).orElse(null),
                    MixOptionsParser.parse(options));
        } catch (InvalidOptionException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
