package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.function.Supplier;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.KWeighting;

/**
 * The level of an effect's return for programme-like input: the wet gain at which the return of pink noise is
 * {@value #FULL_SEND_LU} LU relative to the dry sound. It is computed and not measured with noise: the energy of the
 * effect's response to a K-weighted, pink-filtered impulse is the K-weighted power of its response to pink noise
 * (Parseval), so a second and a half of rendering settles it, and gives the same figure every time.
 */
final class ReturnLevel {
    /** The loudness of a full send's return relative to the dry sound. */
    static final double FULL_SEND_LU = -6;

    private static final double IMPULSE_SECONDS = 0.25;
    /** Until the rest of the tail holds less than 0.01 dB of the energy. */
    private static final double RESPONSE_SECONDS = 1.5;

    /** Steps of the pink filter, an octave down and an octave flat: −3 dB an octave over the audible range. */
    private static final double[] PINK_POLES_HZ = {20, 80, 320, 1280, 5120};

    private ReturnLevel() {}

    /** The amplitude of a full send. */
    static double fullSendGain(Supplier<Effect> effects, double sampleRate) {
        float[] impulse = weightedImpulse(sampleRate);
        int frames = (int) (RESPONSE_SECONDS * sampleRate);
        double dry = 2 * energy(impulse, impulse.length);
        double wet =
                responseEnergy(effects.get(), impulse, 0, frames) + responseEnergy(effects.get(), impulse, 1, frames);
        return StrictMath.sqrt(dry / wet) * Decibels.toAmplitude(FULL_SEND_LU);
    }

    private static double responseEnergy(Effect effect, float[] impulse, int channel, int frames) {
        int block = effect.maxFrames();
        float[][] in = new float[2][block];
        float[] wetLeft = new float[block];
        float[] wetRight = new float[block];
        double sum = 0;
        for (int at = 0; at < frames; at += block) {
            Arrays.fill(in[channel], 0);
            if (at < impulse.length) {
                System.arraycopy(impulse, at, in[channel], 0, Math.min(block, impulse.length - at));
            }
            effect.render(in[0], in[1], wetLeft, wetRight, block);
            sum += energy(wetLeft, block) + energy(wetRight, block);
        }
        return sum;
    }

    private static double energy(float[] samples, int frames) {
        double sum = 0;
        for (int i = 0; i < frames; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    private static float[] weightedImpulse(double sampleRate) {
        float[] impulse = new float[(int) (IMPULSE_SECONDS * sampleRate)];
        impulse[0] = 1;
        var weighting = new KWeighting(sampleRate);
        for (int i = 0; i < impulse.length; i++) {
            impulse[i] = (float) weighting.process(impulse[i]);
        }
        for (double pole : PINK_POLES_HZ) {
            new Biquad(FirstOrder.step(sampleRate, pole, 2 * pole)).process(impulse, 0, impulse.length);
        }
        return impulse;
    }
}
