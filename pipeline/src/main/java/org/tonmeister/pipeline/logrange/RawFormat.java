package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;

/** The value is the payload. */
final class RawFormat implements RecordFormat<ByteBuffer> {
    @Override
    public ByteBuffer decode(ByteBuffer value) {
        return value;
    }

    @Override
    public ByteBuffer payload(ByteBuffer record) {
        return record.duplicate();
    }
}
