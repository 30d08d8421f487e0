package org.tonmeister.audio.dsp;

/**
 * Replaces samples that are not numbers, or are 120 dB above full scale, by silence: in a recursive filter a single one
 * would last until the end of the track. All others pass unchanged.
 */
final class InputGuard implements Stage {
    private static final float LARGEST = 1e6f;

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        repair(left, offset, frames);
        repair(right, offset, frames);
    }

    private static void repair(float[] samples, int offset, int frames) {
        for (int i = offset; i < offset + frames; i++) {
            if (!(Math.abs(samples[i]) <= LARGEST)) {
                samples[i] = 0;
            }
        }
    }
}
