package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.BiquadCoefficients;

/** First-order filters by the bilinear transform, for tone inside the sends where a gentle slope is enough. */
final class FirstOrder {
    /** As in {@link BiquadCoefficients}: corners above this part of the sample rate are moved down to it. */
    private static final double HIGHEST_CORNER = 0.45;

    private FirstOrder() {}

    static BiquadCoefficients lowPass(double sampleRate, double cornerHz) {
        double k = prewarped(sampleRate, cornerHz);
        return new BiquadCoefficients(k / (1 + k), k / (1 + k), 0, (k - 1) / (k + 1), 0);
    }

    static BiquadCoefficients highPass(double sampleRate, double cornerHz) {
        double k = prewarped(sampleRate, cornerHz);
        return new BiquadCoefficients(1 / (1 + k), -1 / (1 + k), 0, (k - 1) / (k + 1), 0);
    }

    /** Falls by 6 dB an octave from {@code poleHz} to {@code zeroHz}, and is flat on both sides; 0 dB at 0 Hz. */
    static BiquadCoefficients step(double sampleRate, double poleHz, double zeroHz) {
        double pole = prewarped(sampleRate, poleHz);
        double zero = prewarped(sampleRate, zeroHz);
        double scale = pole / (zero * (1 + pole));
        return new BiquadCoefficients(scale * (1 + zero), scale * (zero - 1), 0, (pole - 1) / (pole + 1), 0);
    }

    private static double prewarped(double sampleRate, double cornerHz) {
        return StrictMath.tan(Math.PI * Math.min(cornerHz / sampleRate, HIGHEST_CORNER));
    }
}
