package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** An FFmpeg dictionary, freed on close unless {@linkplain #release() handed over}. */
final class NativeOptions implements AutoCloseable {
    private final AVDictionary dictionary = new AVDictionary(null);

    static NativeOptions of(Map<String, String> entries) {
        NativeOptions options = new NativeOptions();
        entries.forEach(options::set);
        return options;
    }

    NativeOptions set(String name, String value) {
        try (BytePointer key = utf8(name);
                BytePointer text = utf8(value)) {
            int result = av_dict_set(dictionary, key, text, 0);
            if (result < 0) {
                throw new OutOfMemoryError("FFmpeg: " + Ffmpeg.error(result));
            }
        }
        return this;
    }

    AVDictionary dictionary() {
        return dictionary;
    }

    /** The native dictionary, now the caller's to free; this object no longer frees it. */
    AVDictionary release() {
        AVDictionary released = new AVDictionary(dictionary);
        dictionary.setNull();
        return released;
    }

    @Override
    public void close() {
        av_dict_free(dictionary);
    }

    private static BytePointer utf8(String text) {
        // Not BytePointer(String), which follows the platform's charset; C strings end at the first zero.
        return new BytePointer((text.replace('\0', ' ') + '\0').getBytes(StandardCharsets.UTF_8));
    }
}
