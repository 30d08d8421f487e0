package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import org.tonmeister.schemas.record.AudioChunk;

/**
 * How the records of a log range hold their payload.
 *
 * @param <T> what a record is
 */
public interface RecordFormat<T> {
    /** The record in {@code value}, which may be read but not kept. */
    T decode(ByteBuffer value);

    /** The bytes of {@code record} that count in the range's size and sha256; position and limit may be changed. */
    ByteBuffer payload(T record);

    /** The value is the payload. */
    static RecordFormat<ByteBuffer> raw() {
        return new RawFormat();
    }

    /** {@link AudioChunk} records, whose payload is their PCM. */
    static RecordFormat<AudioChunk> audioChunks() {
        return new AudioChunkFormat();
    }
}
