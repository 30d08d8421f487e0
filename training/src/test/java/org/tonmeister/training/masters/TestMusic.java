package org.tonmeister.training.masters;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Noise that is known to the dB, as 32-bit float WAV files. */
public final class TestMusic {
    public static final int SAMPLE_RATE = 44_100;
    private static final int HEADER_BYTES = 44;
    private static final int FLOAT_FORMAT = 3;

    private TestMusic() {}

    /**
     * Noise, white or falling by 6 dB an octave from 500 Hz.
     *
     * @param sideDb level of the side signal relative to the mid signal
     * @param levelDb by which it is louder than another
     */
    public static float[][] noise(long seed, double seconds, boolean dark, double sideDb, double levelDb) {
        int frames = (int) (seconds * SAMPLE_RATE);
        double[] mid = noise(new Random(seed), frames, dark);
        double[] side = noise(new Random(seed + 1), frames, dark);
        double sideGain = Math.pow(10, sideDb / 20);
        double level = 0.05 * Math.pow(10, levelDb / 20);
        float[][] stereo = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            stereo[0][i] = (float) (level * (mid[i] + sideGain * side[i]));
            stereo[1][i] = (float) (level * (mid[i] - sideGain * side[i]));
        }
        return stereo;
    }

    private static double[] noise(Random random, int frames, boolean dark) {
        double pole = dark ? Math.exp(-2 * Math.PI * 500 / SAMPLE_RATE) : 0;
        double[] noise = new double[frames];
        double state = 0;
        for (int i = 0; i < frames; i++) {
            state = pole * state + (1 - pole) * random.nextGaussian();
            noise[i] = state;
        }
        return noise;
    }

    public static void write(Path file, float[][] stereo) throws IOException {
        int dataBytes = 2 * Float.BYTES * stereo[0].length;
        var wav = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) FLOAT_FORMAT).putShort((short) 2);
        wav.putInt(SAMPLE_RATE).putInt(2 * Float.BYTES * SAMPLE_RATE);
        wav.putShort((short) (2 * Float.BYTES)).putShort((short) Float.SIZE);
        wav.put(ascii("data")).putInt(dataBytes);
        for (int i = 0; i < stereo[0].length; i++) {
            wav.putFloat(stereo[0][i]).putFloat(stereo[1][i]);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
