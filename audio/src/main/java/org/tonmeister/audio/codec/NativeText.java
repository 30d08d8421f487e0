package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;

/** C strings as Java strings. */
final class NativeText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private NativeText() {}

    /** The string, or an empty one for a null pointer. */
    static String of(BytePointer text) {
        return text == null || text.isNull() ? "" : decode(text.getStringBytes());
    }

    /** The string up to the first zero. */
    static String of(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return decode(Arrays.copyOf(text, end));
    }

    /** FFmpeg hands on UTF-8, but also the raw bytes of old WAV and ID3v1 tags, which are mostly Windows Latin. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
