package org.tonmeister.audio.mixdown;

import org.tonmeister.audio.dsp.Parameters;

/**
 * The mean of each channel over a whole track. It cannot be heard, but takes room from what can, and gains and a low
 * shelf would lift it by up to 36 dB. So it is subtracted from the source of every mix that changes the sound. A
 * constant is subtracted, not a high-pass run: that would turn the phase of the bass.
 *
 * @param left mean of the left channel, full scale ±1
 * @param right mean of the right channel
 */
record DcOffset(double left, double right) {
    static final DcOffset NONE = new DcOffset(0, 0);

    /** −96 dBFS: even 36 dB above it are below −60 dBFS. */
    private static final double NEGLIGIBLE = 1.6e-5;

    /** What is to be taken out for these settings: nothing if they are neutral, which leaves the source as it is. */
    DcOffset toRemove(TakeSettings settings) {
        boolean neutral = settings.parameters().equals(Parameters.neutral())
                && settings.chain().extraOutputGainDb() == 0;
        return neutral || magnitude() < NEGLIGIBLE ? NONE : this;
    }

    /** The larger of both magnitudes, full scale 1. */
    double magnitude() {
        return Math.max(Math.abs(left), Math.abs(right));
    }

    /** Subtracts it from a block, {@code [2][frames or more]}, in place. */
    void removeFrom(float[][] block, int frames) {
        if (magnitude() > 0) {
            subtract((float) left, block[0], frames);
            subtract((float) right, block[1], frames);
        }
    }

    private static void subtract(float offset, float[] samples, int frames) {
        for (int i = 0; i < frames; i++) {
            samples[i] -= offset;
        }
    }

    /** Measures it. */
    static final class Meter {
        private double left;
        private double right;
        private long frames;

        void add(float[][] block, int count) {
            left += sum(block[0], count);
            right += sum(block[1], count);
            frames += count;
        }

        DcOffset result() {
            return frames == 0 ? NONE : new DcOffset(left / frames, right / frames);
        }

        private static double sum(float[] samples, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += samples[i];
            }
            return sum;
        }
    }
}
