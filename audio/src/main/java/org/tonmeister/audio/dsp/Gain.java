package org.tonmeister.audio.dsp;

/** A constant gain. */
public final class Gain implements Stage {
    private final float factor;

    public Gain(double gainDb) {
        factor = (float) Decibels.toAmplitude(gainDb);
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        float g = factor;
        for (int i = offset; i < offset + frames; i++) {
            left[i] *= g;
        }
        for (int i = offset; i < offset + frames; i++) {
            right[i] *= g;
        }
    }
}
