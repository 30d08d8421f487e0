package org.tonmeister.training.sends;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Dry sounds that are known: noise. */
final class TestNoise {
    private static final int HEADER_BYTES = 44;
    private static final int FLOAT_FORMAT = 3;
    private static final int BYTES_A_FRAME = 8;

    private TestNoise() {}

    /** Bursts of 100 ms, twice a second; the sides are different. */
    static float[][] bursts(long seed, double seconds) {
        return noise(seed, seconds, DryMusic.SAMPLE_RATE / 10);
    }

    /** Without pauses. */
    static float[][] steady(long seed, double seconds) {
        return noise(seed, seconds, DryMusic.SAMPLE_RATE / 2);
    }

    private static float[][] noise(long seed, double seconds, int burst) {
        var random = new Random(seed);
        int frames = (int) (seconds * DryMusic.SAMPLE_RATE);
        float[][] stereo = new float[2][frames];
        int period = DryMusic.SAMPLE_RATE / 2;
        for (int i = 0; i < frames; i++) {
            float level = i % period < burst ? 0.1f : 0;
            stereo[0][i] = level * (float) random.nextGaussian();
            stereo[1][i] = level * (float) random.nextGaussian();
        }
        return stereo;
    }

    /** A 32-bit float WAV file. */
    static void write(Path file, float[][] stereo) throws IOException {
        int dataBytes = BYTES_A_FRAME * stereo[0].length;
        var wav = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) FLOAT_FORMAT).putShort((short) 2);
        wav.putInt(DryMusic.SAMPLE_RATE).putInt(BYTES_A_FRAME * DryMusic.SAMPLE_RATE);
        wav.putShort((short) BYTES_A_FRAME).putShort((short) Float.SIZE);
        wav.put(ascii("data")).putInt(dataBytes);
        for (int i = 0; i < stereo[0].length; i++) {
            wav.putFloat(stereo[0][i]).putFloat(stereo[1][i]);
        }
        Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
