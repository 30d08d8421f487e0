package org.tonmeister.benchmarks.stages;

import java.util.List;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

/**
 * The reverb at one rate.
 *
 * @param t60Seconds its decay in bands of a third of an octave around {@link #HZ}, by Schroeder's backward integration
 * @param correlation of both sides of the tail, from 0.1 s on
 * @param returnLu the return of a full send of pink noise, relative to the dry sound
 * @param restDbfs the peak of the tenth minute of silence after loud noise; null if there is nothing left
 */
record ReverbFigures(List<Double> t60Seconds, double correlation, double returnLu, Double restDbfs) {
    static final List<Integer> HZ = List.of(500, 1000, 4000);

    static ReverbFigures at(int rate) {
        float[][] response = response(rate, 2.5);
        int from = rate / 10;
        int to = 3 * rate / 2;
        double product = 0;
        for (int i = from; i < to; i++) {
            product += (double) response[0][i] * response[1][i];
        }
        double scale = Math.sqrt(Sound.energy(response[0], from, to) * Sound.energy(response[1], from, to));
        return new ReverbFigures(
                HZ.stream().map(hz -> t60Seconds(rate, response[0], hz)).toList(),
                product / scale,
                Sends.returnLu(rate, Parameter.REVERB),
                Sends.restDbfs(rate, Parameter.REVERB));
    }

    /** The return alone, for an impulse in the centre. */
    static float[][] response(int rate, double seconds) {
        float[][] response = Sound.mixed(
                rate, Parameters.neutral().with(Parameter.REVERB, 1), Sound.impulse((int) (seconds * rate)));
        response[0][0] = 0;
        response[1][0] = 0;
        return response;
    }

    private static double t60Seconds(int rate, float[] response, double hz) {
        float[] band = response.clone();
        for (int pass = 0; pass < 2; pass++) {
            bandPass(rate, hz).process(band, 0, band.length);
        }
        double[] left = decay(band);
        int at5 = 0;
        int at35 = 0;
        for (int i = 0; i < left.length; i++) {
            at5 = left[i] > left[0] * Math.pow(10, -0.5) ? i : at5;
            at35 = left[i] > left[0] * Math.pow(10, -3.5) ? i : at35;
        }
        return 2.0 * (at35 - at5) / rate;
    }

    /** Schroeder's integral: the energy that is still to come at each frame. */
    static double[] decay(float[] response) {
        double[] left = new double[response.length];
        double sum = 0;
        for (int i = response.length - 1; i >= 0; i--) {
            sum += (double) response[i] * response[i];
            left[i] = sum;
        }
        return left;
    }

    /** The cookbook's band-pass of 0 dB at its centre, Q 4. */
    private static Biquad bandPass(double rate, double hz) {
        double w = 2 * Math.PI * hz / rate;
        double alpha = Math.sin(w) / 8;
        double a0 = 1 + alpha;
        return new Biquad(new BiquadCoefficients(alpha / a0, 0, -alpha / a0, -2 * Math.cos(w) / a0, (1 - alpha) / a0));
    }
}
