package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.util.Random;

/** Bursts of decaying noise over a bass, on the grid of 16 bits: peaks and pauses for meters and dynamics. */
final class SyntheticTrack implements Track {
    private static final int BLOCK_FRAMES = 10_007;
    private final int sampleRate;
    private final float[][] samples;

    SyntheticTrack(int sampleRate, double seconds, double amplitude) {
        this.sampleRate = sampleRate;
        this.samples = new float[2][(int) (seconds * sampleRate)];
        var random = new Random(7);
        for (int i = 0; i < samples[0].length; i++) {
            double burst = StrictMath.exp(-6.0 * (i % (sampleRate / 2)) / sampleRate);
            double bass = 0.4 * StrictMath.sin(2 * StrictMath.PI * 110 * i / sampleRate);
            for (float[] channel : samples) {
                double value = amplitude * (bass + 0.5 * burst * (2 * random.nextDouble() - 1));
                channel[i] = Math.round(value * 32768) / 32768f;
            }
        }
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public void read(BlockSink sink) throws IOException {
        float[][] block = new float[2][BLOCK_FRAMES];
        for (int at = 0; at < frames(); at += BLOCK_FRAMES) {
            int count = Math.min(BLOCK_FRAMES, frames() - at);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(samples[channel], at, block[channel], 0, count);
            }
            sink.accept(block, count);
        }
    }

    int frames() {
        return samples[0].length;
    }

    float[][] samples() {
        return samples;
    }
}
