package org.tonmeister.audio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Deterministic signals, and the expected values made from them. */
final class TestSignals {
    private TestSignals() {}

    /** The signal of reference.py, bit for bit: all integers, scaled by a power of two. */
    static float[] noiseAndSawtooth(int samples, int period) {
        float[] signal = new float[samples];
        int state = 1;
        for (int i = 0; i < samples; i++) {
            state = state * 1664525 + 1013904223;
            int noise = (state >>> 16) - 32768;
            int saw = (i % period) * 16384 / period - 8192;
            signal[i] = ((noise >> 2) + saw) / 32768f;
        }
        return signal;
    }

    /** A sine, {@code phase} in degrees. */
    static float[] sine(double sampleRate, double hertz, double amplitude, double phase, int frames) {
        float[] sine = new float[frames];
        for (int i = 0; i < frames; i++) {
            sine[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / sampleRate + Math.toRadians(phase)));
        }
        return sine;
    }

    static float[][] stereo(float[] both) {
        return new float[][] {both, both};
    }

    /** A table of this folder, a row of numbers to a line. */
    static float[][] expected(String name) {
        try {
            var path =
                    Path.of(TestSignals.class.getResource("/analysis/" + name).toURI());
            return Files.readAllLines(path).stream().map(TestSignals::row).toArray(float[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] row(String line) {
        double[] values = Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] row = new float[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) values[i];
        }
        return row;
    }
}
