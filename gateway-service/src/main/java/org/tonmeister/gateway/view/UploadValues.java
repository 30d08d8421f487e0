package org.tonmeister.gateway.view;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.tonmeister.schemas.AvroSerde;

/**
 * Values of {@code uploads} as the view reads them: of a file, which may be 32 MiB, only its size is kept, so that no
 * queue of them fills the memory; a manifest is kept whole. Values of other topics pass.
 */
final class UploadValues implements Deserializer<byte[]> {
    /** No manifest is larger; what begins like one and is, is none. */
    private static final int LARGEST_MANIFEST_BYTES = 64 << 10;

    private static final int MARKER_BYTES = 10;
    private final String uploads;

    /** @param uploads full name of the topic */
    UploadValues(String uploads) {
        this.uploads = uploads;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public byte[] deserialize(String topic, byte[] value) {
        return value == null ? null : deserialize(topic, null, ByteBuffer.wrap(value));
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer value) {
        if (value == null) {
            return null;
        }
        if (!topic.equals(uploads) || isManifest(value)) {
            return first(value, value.remaining());
        }
        return ByteBuffer.allocate(Long.BYTES).putLong(value.remaining()).array();
    }

    /** The size of the file that such a value stands for; empty: it is a manifest. */
    static OptionalLong fileBytes(byte[] value) {
        return value.length == Long.BYTES
                ? OptionalLong.of(ByteBuffer.wrap(value).getLong())
                : OptionalLong.empty();
    }

    private static boolean isManifest(ByteBuffer value) {
        return value.remaining() <= LARGEST_MANIFEST_BYTES
                && AvroSerde.isAvro(first(value, Math.min(value.remaining(), MARKER_BYTES)));
    }

    private static byte[] first(ByteBuffer value, int length) {
        byte[] bytes = new byte[length];
        value.duplicate().get(bytes);
        return bytes;
    }
}
