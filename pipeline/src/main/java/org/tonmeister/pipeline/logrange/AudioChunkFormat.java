package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.AudioChunk;

/** Audio chunks; the payload is the PCM. */
final class AudioChunkFormat implements RecordFormat<AudioChunk> {
    private final AvroSerde<AudioChunk> serde = AvroSerde.of(AudioChunk.class);

    @Override
    public AudioChunk decode(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return serde.decode(bytes);
    }

    @Override
    public ByteBuffer payload(AudioChunk record) {
        return record.getPcm().duplicate();
    }
}
