package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A WAV file's {@code fmt } chunk, whose fields agree with each other.
 *
 * @param blockAlign bytes of one frame (PCM) or of one coded block
 * @param pcm whether samples are plain numbers; for codecs inside WAV the rates are often made up
 */
record WavFormat(int sampleRate, int blockAlign, boolean pcm) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /**
     * Reads the chunk's first 40 bytes (shorter chunks padded in any way).
     *
     * @throws AudioFormatException if the fields are absurd or contradict each other
     */
    static WavFormat parse(ByteBuffer chunk) throws AudioFormatException {
        int tag = Short.toUnsignedInt(chunk.getShort(0));
        int channels = Short.toUnsignedInt(chunk.getShort(2));
        long sampleRate = Integer.toUnsignedLong(chunk.getInt(4));
        long byteRate = Integer.toUnsignedLong(chunk.getInt(8));
        int blockAlign = Short.toUnsignedInt(chunk.getShort(12));
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        if (tag == EXTENSIBLE) {
            // The first two bytes of the sub-format's GUID are the plain tag.
            tag = Short.toUnsignedInt(chunk.getShort(24));
        }
        if (channels == 0 || channels > AudioReader.MAX_CHANNELS) {
            throw broken("it has %d channels", channels);
        }
        AudioReader.checkRate(sampleRate);
        boolean pcm = tag == PCM || tag == FLOAT;
        if (pcm) {
            int frameBytes = channels * ((bits + 7) / 8);
            if (bits == 0 || bits > 64) {
                throw broken("its samples have %d bits", bits);
            }
            if (blockAlign != frameBytes) {
                throw broken(
                        "%d channels of %d bits make %d bytes a frame, but it says %d",
                        channels, bits, frameBytes, blockAlign);
            }
            if (byteRate != sampleRate * blockAlign) {
                throw broken(
                        "%d frames of %d bytes make %d bytes a second, but it says %d",
                        sampleRate, blockAlign, sampleRate * blockAlign, byteRate);
            }
        }
        return new WavFormat((int) sampleRate, blockAlign, pcm);
    }

    /** How long {@code dataBytes} of PCM play. */
    double seconds(long dataBytes) {
        return (double) (dataBytes / blockAlign) / sampleRate;
    }

    private static AudioFormatException broken(String what, Object... numbers) {
        return new AudioFormatException("the WAV header is wrong: " + String.format(Locale.ROOT, what, numbers));
    }
}
