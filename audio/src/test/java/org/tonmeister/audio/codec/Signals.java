package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Test signals, planar stereo, and files of them. */
final class Signals {
    private Signals() {}

    /** A sine on the left, another one on the right. */
    static float[][] sines(int sampleRate, int frames) {
        float[][] samples = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            samples[0][i] = (float) (0.5 * StrictMath.sin(2 * StrictMath.PI * 440 * i / sampleRate));
            samples[1][i] = (float) (0.3 * StrictMath.sin(2 * StrictMath.PI * 1_000 * i / sampleRate));
        }
        return samples;
    }

    /** The same above a background of noise at −65 dBFS, as recordings have: lossy encoders count on it. */
    static float[][] sinesInNoise(int sampleRate, int frames) {
        float[][] samples = sines(sampleRate, frames);
        SplittableRandom random = new SplittableRandom(sampleRate);
        for (float[] channel : samples) {
            for (int i = 0; i < frames; i++) {
                channel[i] += (float) (0.002 * (random.nextDouble() - 0.5));
            }
        }
        return samples;
    }

    /** Noise over the whole range of an integer format of so many bits, exactly on its grid. */
    static float[][] onGrid(int bits, int frames) {
        SplittableRandom random = new SplittableRandom(bits);
        int steps = 1 << (bits - 1);
        float[][] samples = new float[2][frames];
        for (float[] channel : samples) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (float) random.nextInt(-steps, steps) / steps;
            }
        }
        return samples;
    }

    /** Float noise that lies on no integer grid. */
    static float[][] offGrid(int frames) {
        SplittableRandom random = new SplittableRandom(7);
        float[][] samples = new float[2][frames];
        for (float[] channel : samples) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (float) (random.nextDouble() - 0.5);
            }
        }
        return samples;
    }

    /** Plain loops, because assertions on long arrays take seconds. */
    static void assertClose(float[][] actual, float[][] expected, float tolerance) {
        assertThat(actual.length).as("channels").isEqualTo(expected.length);
        for (int c = 0; c < expected.length; c++) {
            assertThat(actual[c].length).as("frames").isEqualTo(expected[c].length);
            for (int i = 0; i < expected[c].length; i++) {
                if (!(Math.abs(actual[c][i] - expected[c][i]) <= tolerance)) {
                    assertThat(actual[c][i]).as("channel %d, frame %d", c, i).isEqualTo(expected[c][i]);
                }
            }
        }
    }

    static void assertEqual(float[][] actual, float[][] expected) {
        assertClose(actual, expected, 0);
    }

    static Path write(Path file, OutputFormat format, int sampleRate, float[][] samples) throws IOException {
        return write(file, format, sampleRate, 16, samples, Map.of(), Optional.empty(), 4_096);
    }

    static Path write(
            Path file,
            OutputFormat format,
            int sampleRate,
            int bits,
            float[][] samples,
            Map<String, String> tags,
            Optional<Cover> cover,
            int blockFrames)
            throws IOException {
        try (AudioWriter writer = AudioWriter.create(file, format, sampleRate, bits, tags, cover)) {
            float[][] block = new float[2][blockFrames];
            for (int at = 0; at < samples[0].length; at += blockFrames) {
                int frames = Math.min(blockFrames, samples[0].length - at);
                for (int c = 0; c < 2; c++) {
                    System.arraycopy(samples[c], at, block[c], 0, frames);
                }
                writer.write(block, frames);
            }
            writer.finish();
        }
        return file;
    }
}
