package org.tonmeister.audio.dsp;

import java.util.function.Supplier;

/** Adds an effect's return to the dry sound. */
final class Send implements Stage {
    private final Effect effect;
    private final float wetGain;
    private final float[] left;
    private final float[] right;
    private final float[] wetLeft;
    private final float[] wetRight;

    private Send(Effect effect, double wetGain) {
        this.effect = effect;
        this.wetGain = (float) wetGain;
        left = new float[effect.maxFrames()];
        right = new float[effect.maxFrames()];
        wetLeft = new float[effect.maxFrames()];
        wetRight = new float[effect.maxFrames()];
    }

    /**
     * @param effects gives a new, silent effect at every call; one is used up to measure its level
     * @param amount the send from 0 to 1: the wet amplitude is linear in it, and 1 is a full send ({@link ReturnLevel})
     */
    static Send of(Supplier<Effect> effects, double sampleRate, double amount) {
        return new Send(effects.get(), amount * ReturnLevel.fullSendGain(effects, sampleRate));
    }

    @Override
    public void process(float[] l, float[] r, int offset, int frames) {
        int at = offset;
        int end = offset + frames;
        while (at < end) {
            int count = Math.min(end - at, left.length);
            System.arraycopy(l, at, left, 0, count);
            System.arraycopy(r, at, right, 0, count);
            effect.render(left, right, wetLeft, wetRight, count);
            add(wetLeft, l, at, count);
            add(wetRight, r, at, count);
            at += count;
        }
    }

    @Override
    public void settle() {
        effect.settle();
    }

    private void add(float[] wet, float[] dry, int offset, int frames) {
        float g = wetGain;
        for (int i = 0; i < frames; i++) {
            dry[offset + i] += g * wet[i];
        }
    }
}
