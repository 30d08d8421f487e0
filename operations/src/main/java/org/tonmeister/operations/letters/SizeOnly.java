package org.tonmeister.operations.letters;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads of a value how large it is, and copies nothing. Null stays null. */
final class SizeOnly implements Deserializer<Integer> {
    @Override
    public Integer deserialize(String topic, byte[] value) {
        return value == null ? null : value.length;
    }

    @Override
    public Integer deserialize(String topic, Headers headers, ByteBuffer value) {
        return value == null ? null : value.remaining();
    }
}
