package org.tonmeister.audio.dsp;

/**
 * Stereo width: with M = (L + R)/2 and S = (L − R)/2, the output is M ± w·S. The mono sum stays as it is for every w; w
 * = 0 is mono, w = 1 changes nothing.
 */
public final class Width implements Stage {
    private final float sideGain;

    private Width(double sideGain) {
        this.sideGain = (float) sideGain;
    }

    /** A width from the gain of the side signal in dB. */
    public static Width ofSideGainDb(double gainDb) {
        return ofSideGain(Decibels.toAmplitude(gainDb));
    }

    /** A width from the linear gain w ≥ 0 of the side signal. */
    public static Width ofSideGain(double w) {
        if (!(w >= 0 && w <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("the side signal's gain must be 0 or more, not " + w);
        }
        return new Width(w);
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        // Half of the difference to w = 1, so that w = 1 adds exactly nothing and mono input stays exactly mono.
        float g = 0.5f * (sideGain - 1);
        for (int i = offset; i < offset + frames; i++) {
            float added = g * (left[i] - right[i]);
            left[i] += added;
            right[i] -= added;
        }
    }
}
