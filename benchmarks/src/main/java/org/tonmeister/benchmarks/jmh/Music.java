package org.tonmeister.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tonmeister.audio.codec.AudioReader;

/** {@value #SECONDS} s of sound, which every benchmark goes over block by block. */
@State(Scope.Benchmark)
public class Music {
    /** Length; each operation is so many seconds of sound. */
    public static final int SECONDS = 10;

    /** Frames handed over at once, as in a mix. */
    static final int BLOCK_FRAMES = 4096;

    /** A file's first seconds from the first minute on; empty for a made sound. */
    @Param("")
    public String song;

    private int sampleRate = 44_100;
    private float[][] samples;
    private final float[][] block = new float[2][BLOCK_FRAMES];

    /** Takes each block of the sound; it may overwrite it. */
    interface BlockUser {
        void accept(float[][] block, int frames) throws IOException;
    }

    @Setup
    public void load() throws IOException {
        samples = song.isEmpty() ? made() : read(Path.of(song));
    }

    int sampleRate() {
        return sampleRate;
    }

    /** Goes once over the sound. */
    float[][] play(BlockUser user) throws IOException {
        int length = samples[0].length;
        for (int at = 0; at < length; at += BLOCK_FRAMES) {
            int frames = Math.min(BLOCK_FRAMES, length - at);
            System.arraycopy(samples[0], at, block[0], 0, frames);
            System.arraycopy(samples[1], at, block[1], 0, frames);
            user.accept(block, frames);
        }
        return block;
    }

    private float[][] read(Path file) throws IOException {
        try (var reader = AudioReader.open(file)) {
            sampleRate = reader.info().sampleRate();
            float[][] second = new float[2][sampleRate];
            for (int skipped = 0; skipped < 60; skipped++) {
                if (reader.read(second, sampleRate) < sampleRate) {
                    throw new IOException(file + " is shorter than " + (60 + SECONDS) + " s: name a longer song");
                }
            }
            float[][] all = new float[2][SECONDS * sampleRate];
            if (reader.read(all, all[0].length) < all[0].length) {
                throw new IOException(file + " is shorter than " + (60 + SECONDS) + " s: name a longer song");
            }
            return all;
        }
    }

    /** Noise under a beat: decaying strokes twice a second, a bass note, always the same. */
    private float[][] made() {
        var random = new Random(3);
        float[][] all = new float[2][SECONDS * sampleRate];
        double common = 0;
        for (int i = 0; i < all[0].length; i++) {
            double stroke = StrictMath.exp(-8 * (i % (sampleRate / 2)) / (double) sampleRate);
            double bass = 0.3 * StrictMath.sin(2 * Math.PI * 55 * i / sampleRate);
            common += 0.1 * (random.nextGaussian() - common);
            all[0][i] = (float) (bass + stroke * (0.6 * common + 0.1 * random.nextGaussian()));
            all[1][i] = (float) (bass + stroke * (0.6 * common + 0.1 * random.nextGaussian()));
        }
        return all;
    }
}
