package org.tonmeister.predict.analyser;

import org.tonmeister.audio.filter.KWeighting;

/** The K-weighting's power gain at the mel bands' centres, from its impulse response. */
final class KWeights {
    private static final double SAMPLE_RATE = 48_000;
    /** The high-pass at 38 Hz has died away long before. */
    private static final int RESPONSE_FRAMES = 8192;

    private KWeights() {}

    /** [mel bands] */
    static double[] powerGains() {
        var filter = new KWeighting(SAMPLE_RATE);
        double[] response = new double[RESPONSE_FRAMES];
        for (int i = 0; i < response.length; i++) {
            response[i] = filter.process(i == 0 ? 1 : 0);
        }
        double[] gains = new double[MelBands.COUNT];
        for (int band = 0; band < gains.length; band++) {
            gains[band] = powerAt(response, 2 * Math.PI * MelBands.centreHz(band) / SAMPLE_RATE);
        }
        return gains;
    }

    /** |Σ h(n)·e^(−jwn)|² by Horner's rule. */
    private static double powerAt(double[] response, double w) {
        double cos = StrictMath.cos(w);
        double sin = -StrictMath.sin(w);
        double re = 0;
        double im = 0;
        for (int n = response.length - 1; n >= 0; n--) {
            double turned = re * cos - im * sin + response[n];
            im = re * sin + im * cos;
            re = turned;
        }
        return re * re + im * im;
    }
}
